import { Button, Combobox, Field, makeStyles, Option, Tag, TagGroup, tokens } from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { permissionsQuery } from "./registration-queries.ts";

const useStyles = makeStyles({
  row: { display: "flex", gap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0, "& input": { minWidth: 0, width: "100%" } },
  add: { flexShrink: 0 },
  tags: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalXS,
    marginBlockStart: tokens.spacingVerticalS,
  },
});

/** As the API takes them. */
const pattern = /^[A-Za-z][A-Za-z0-9._-]{1,119}$/;

interface PermissionsFieldProps {
  readonly value: readonly string[];
  readonly onChange: (permissions: readonly string[]) => void;
}

/** Permissions, from those Parvis knows or any other by its name. */
export function PermissionsField({ value, onChange }: PermissionsFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { data: known = [] } = useQuery(permissionsQuery);
  const [typed, setTyped] = useState("");
  // Left, the box is made anew: it would go on naming the option that was marked in a list that is gone.
  const [visits, setVisits] = useState(0);
  const word = typed.trim();
  // Those that are given stay in the list, ticked: the one that is marked must not vanish under the mark.
  const offered = known.filter((name) => name.toLowerCase().includes(word.toLowerCase()));
  const add = (name: string) => {
    if (!pattern.test(name)) return;
    onChange([...new Set([...value, name])].sort());
    setTyped("");
  };
  return (
    <div>
      <Field label={t("admin.registration.permissions")} hint={t("admin.registration.permissions.hint")}>
        <div className={styles.row}>
          <Combobox
            key={visits}
            onBlur={() => setVisits((count) => count + 1)}
            className={styles.input}
            freeform
            multiselect
            aria-label={t("admin.registration.permissions")}
            placeholder={t("admin.registration.permissions.example")}
            value={typed}
            selectedOptions={[...value]}
            onChange={(event) => setTyped(event.target.value)}
            onOptionSelect={(_, { selectedOptions }) => {
              onChange(selectedOptions.toSorted());
              setTyped("");
            }}
          >
            {offered.map((name) => (
              <Option key={name}>{name}</Option>
            ))}
          </Combobox>
          <Button className={styles.add} disabled={!pattern.test(word)} onClick={() => add(word)}>
            {t("admin.registration.permissions.add")}
          </Button>
        </div>
      </Field>
      {value.length > 0 && (
        <TagGroup
          className={styles.tags}
          size="small"
          aria-label={t("admin.registration.permissions.given")}
          onDismiss={(_, { value: name }) => onChange(value.filter((each) => each !== name))}
        >
          {value.map((name) => (
            <Tag
              key={name}
              value={name}
              dismissible
              dismissIcon={{ "aria-label": t("admin.registration.permissions.remove") }}
            >
              {name}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
