import { Combobox, Field, makeStyles, Option, Text, tokens } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { App } from "../apps/app-queries.ts";
import type { AppKind } from "./policy-words.ts";

const mostFound = "100";
/** An id as apps have in a catalogue or a manifest. */
const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const useStyles = makeStyles({
  root: { width: "100%", maxWidth: "400px" },
  box: { minWidth: 0, width: "100%" },
  option: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, minWidth: 0 },
  texts: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  second: { color: tokens.colorNeutralForeground3 },
});

interface AppPickerProps {
  readonly label: string;
  /** Only apps of this kind; undefined for all. */
  readonly kind?: AppKind;
  /** How the list names the apps it has: they are not offered. */
  readonly without: readonly string[];
  readonly onPick: (ref: string, app: App | undefined) => void;
}

/** Adds apps to a list by typing part of a name, or a whole id when the app is not in the catalogue (yet). */
export function AppPicker({ label, kind, without, onPick }: AppPickerProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const { data: found = [], isPending } = useQuery({
    queryKey: ["apps", "found", search],
    queryFn: async () =>
      (await read(api.apps.$get({ query: { view: "manage", limit: mostFound, ...(search === "" ? {} : { search }) } })))
        .items,
    placeholderData: keepPreviousData,
  });
  const taken = new Set(without);
  const offered = found.filter(
    (app) =>
      (kind === undefined || app.kind === kind) && !taken.has(app.id) && !taken.has(app.externalId.toLowerCase()),
  );
  const byId = idPattern.test(search) && !taken.has(search.toLowerCase());
  return (
    <Field label={label} className={styles.root}>
      <Combobox
        freeform
        className={styles.box}
        placeholder={t("admin.policies.pick.hint")}
        value={text}
        selectedOptions={[]}
        onChange={(event) => setText(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined || optionValue === "") return;
          setText("");
          onPick(
            optionValue,
            offered.find(({ id }) => id === optionValue),
          );
        }}
      >
        {offered.map((app) => (
          <Option key={app.id} value={app.id} text={app.displayName}>
            <span className={styles.option}>
              <AppIcon src={app.icons.color} size={24} />
              <span className={styles.texts}>
                {app.displayName}
                <Text size={200} className={styles.second}>
                  {app.publisherName}
                </Text>
              </span>
            </span>
          </Option>
        ))}
        {byId && (
          <Option value={search.toLowerCase()} text={search}>
            {t("admin.policies.pick.byId", { id: search })}
          </Option>
        )}
        {offered.length === 0 && !byId && !isPending && (
          <Option value="" text="" disabled>
            {t("admin.policies.pick.none")}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
