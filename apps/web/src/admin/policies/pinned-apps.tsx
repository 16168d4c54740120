import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { SortableRows } from "../../shared/list/sortable-rows.tsx";
import type { App } from "../apps/app-queries.ts";
import { AppPicker } from "./app-picker.tsx";
import { AppRow } from "./app-row.tsx";
import type { KnownApps } from "./known-apps.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface PinnedAppsProps {
  readonly label: string;
  readonly refs: readonly string[];
  readonly apps: KnownApps;
  readonly editable: boolean;
  readonly onChange: (refs: string[]) => void;
  readonly onPicked: (ref: string, app: App) => void;
}

/** Apps of a policy in their order, which is dragged or moved by keyboard. */
export function PinnedApps({ label, refs, apps, editable, onChange, onPicked }: PinnedAppsProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      {editable && (
        <AppPicker
          label={label}
          without={refs}
          onPick={(ref, app) => {
            if (app !== undefined) onPicked(ref, app);
            onChange([...refs, ref]);
          }}
        />
      )}
      {refs.length > 0 && (
        <SortableRows
          label={t("admin.policies.inOrder", { what: label })}
          items={refs}
          idOf={(ref) => ref}
          nameOf={(ref) => apps.get(ref)?.displayName ?? ref}
          disabled={!editable}
          onOrder={onChange}
        >
          {(ref) => (
            <AppRow
              id={ref}
              app={apps.get(ref)}
              onRemove={editable ? () => onChange(refs.filter((one) => one !== ref)) : undefined}
            />
          )}
        </SortableRows>
      )}
    </div>
  );
}
