import { InteractionTag, InteractionTagPrimary, InteractionTagSecondary } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import type { AuditSearch } from "../admin-search.ts";
import { readOperations } from "./operations.ts";

type Change = { [Word in keyof AuditSearch]?: AuditSearch[Word] | undefined };

interface FilterTagsProps {
  readonly search: AuditSearch;
  readonly onChange: (change: Change) => void;
}

/** What the list is narrowed to; pressing one opens the form, its cross takes it away. */
export function FilterTags({ search, onChange }: FilterTagsProps): ReactElement {
  const t = useText();
  const { formatDate } = useIntl();
  const { from, to, person, team, app } = search;
  const day = (text: string) => formatDate(`${text}T12:00`, { dateStyle: "medium" });
  const operations = readOperations(search.operations);
  const tags: { key: string; label: string; without: Change }[] = [
    ...(from === undefined
      ? []
      : [{ key: "from", label: t("admin.audit.tag.from", { day: day(from) }), without: { from: undefined } }]),
    ...(to === undefined
      ? []
      : [{ key: "to", label: t("admin.audit.tag.to", { day: day(to) }), without: { to: undefined } }]),
    ...operations.map((name) => {
      const others = operations.filter((other) => other !== name).join(",");
      return { key: name, label: name, without: { operations: others === "" ? undefined : others } };
    }),
    ...(person === undefined
      ? []
      : [{ key: "person", label: t("admin.audit.tag.person", { person }), without: { person: undefined } }]),
    ...(team === undefined ? [] : [{ key: "team", label: t("admin.audit.tag.team"), without: { team: undefined } }]),
    ...(app === undefined ? [] : [{ key: "app", label: t("admin.audit.tag.app"), without: { app: undefined } }]),
  ];
  return (
    <>
      {tags.map(({ key, label, without }) => (
        <InteractionTag key={key} shape="circular" size="small">
          <InteractionTagPrimary hasSecondaryAction onClick={() => onChange({ open: "filter" })}>
            {label}
          </InteractionTagPrimary>
          <InteractionTagSecondary
            aria-label={t("admin.audit.tag.remove", { label })}
            onClick={() => onChange(without)}
          />
        </InteractionTag>
      ))}
    </>
  );
}
