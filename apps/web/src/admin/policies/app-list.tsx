import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import type { App } from "../apps/app-queries.ts";
import { AppPicker } from "./app-picker.tsx";
import { AppRow } from "./app-row.tsx";
import type { KnownApps } from "./known-apps.ts";
import type { AppKind } from "./policy-words.ts";

/** More are shown on request. */
const shownAtOnce = 50;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "flex-start" },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    width: "100%",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

interface AppListProps {
  readonly label: string;
  readonly refs: readonly string[];
  readonly apps: KnownApps;
  readonly kind?: AppKind;
  readonly editable: boolean;
  readonly onChange: (refs: string[]) => void;
  readonly onPicked: (ref: string, app: App) => void;
}

/** Apps of a policy in no order, with the way to add and take away. */
export function AppList({ label, refs, apps, kind, editable, onChange, onPicked }: AppListProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? refs : refs.slice(0, shownAtOnce);
  return (
    <div className={styles.root}>
      {editable && (
        <AppPicker
          label={label}
          {...(kind === undefined ? {} : { kind })}
          without={refs}
          onPick={(ref, app) => {
            if (app !== undefined) onPicked(ref, app);
            onChange([ref, ...refs]);
          }}
        />
      )}
      {refs.length > 0 && (
        <ul className={styles.list} aria-label={label}>
          {shown.map((ref) => (
            <li key={ref}>
              <AppRow
                id={ref}
                app={apps.get(ref)}
                onRemove={editable ? () => onChange(refs.filter((one) => one !== ref)) : undefined}
              />
            </li>
          ))}
        </ul>
      )}
      {shown.length < refs.length && (
        <Button onClick={() => setAll(true)}>{t("admin.policies.showAll", { count: refs.length })}</Button>
      )}
    </div>
  );
}
