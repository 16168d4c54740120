import { Combobox, Field, Input, makeStyles, Option, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import type { AuditSearch } from "../admin-search.ts";
import { FormDrawer } from "../form-drawer.tsx";
import { PeoplePicker, type PickedPerson } from "../people/people-picker.tsx";
import { knownOperations, readOperations } from "./operations.ts";

const useStyles = makeStyles({
  days: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 160px), 1fr))",
    gap: tokens.spacingHorizontalM,
  },
});

interface FilterDrawerProps {
  readonly search: AuditSearch;
  readonly onClose: () => void;
  readonly onApply: (filter: { [Word in keyof AuditSearch]?: AuditSearch[Word] | undefined }) => void;
}

const unlessEmpty = (text: string) => (text === "" ? undefined : text);

/** Narrows the log by time, operations and person. */
export function FilterDrawer({ search, onClose, onApply }: FilterDrawerProps): ReactElement {
  const t = useText();
  const styles = useStyles();
  const [from, setFrom] = useState(search.from ?? "");
  const [to, setTo] = useState(search.to ?? "");
  const [operations, setOperations] = useState(readOperations(search.operations));
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<PickedPerson[]>(
    search.person === undefined ? [] : [{ id: search.person, upn: search.person, displayName: search.person }],
  );
  const backwards = from !== "" && to !== "" && from > to;
  const offered = [...new Set([...operations, ...knownOperations])].filter((name) =>
    name.toLowerCase().includes(typed.toLowerCase()),
  );
  return (
    <FormDrawer
      open
      title={t("admin.audit.filter.title")}
      action={t("admin.audit.filter.apply")}
      pending={false}
      error={null}
      onClose={onClose}
      onSubmit={() => {
        if (backwards) return;
        onApply({
          from: unlessEmpty(from),
          to: unlessEmpty(to),
          operations: unlessEmpty(operations.join(",")),
          person: people[0]?.upn,
        });
      }}
    >
      <div className={styles.days}>
        <Field label={t("admin.audit.filter.from")}>
          <Input type="date" value={from} onChange={(_, data) => setFrom(data.value)} />
        </Field>
        <Field
          label={t("admin.audit.filter.to")}
          validationMessage={backwards ? t("admin.audit.filter.backwards") : null}
        >
          <Input type="date" value={to} onChange={(_, data) => setTo(data.value)} />
        </Field>
      </div>
      <Field label={t("admin.audit.filter.operations")} hint={t("admin.audit.filter.operations.hint")}>
        <Combobox
          multiselect
          freeform
          value={typed === "" && operations.length > 0 ? operations.join(", ") : typed}
          selectedOptions={operations}
          onOptionSelect={(_, data) => {
            setOperations(data.selectedOptions);
            setTyped("");
          }}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => setTyped("")}
          onFocus={() => setTyped("")}
        >
          {offered.map((name) => (
            <Option key={name}>{name}</Option>
          ))}
        </Combobox>
      </Field>
      <PeoplePicker
        label={t("admin.audit.filter.person")}
        value={people}
        onChange={(picked) => setPeople(picked.slice(-1))}
      />
    </FormDrawer>
  );
}
