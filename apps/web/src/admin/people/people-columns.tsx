import { Avatar, useRestoreFocusTarget } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import { FormattedDate } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import type { Person } from "./people-queries.ts";
import { roleName } from "./role-names.ts";

function PersonName({ person }: { person: Person }): ReactElement {
  // The drawer that it opens gives the focus back to it.
  const restoreFocus = useRestoreFocusTarget();
  return (
    <TwoLines
      media={<Avatar name={person.displayName} color="colorful" idForColor={person.id} size={32} aria-hidden />}
      first={
        <TextLink
          to="/admin/people"
          search={(before) => ({ ...before, open: person.id })}
          title={person.displayName}
          {...restoreFocus}
        >
          {person.displayName}
        </TextLink>
      }
      second={person.upn}
    />
  );
}

export function usePeopleColumns(): ListColumn<Person>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.people.column.name"),
        render: (person) => <PersonName person={person} />,
        sortKey: (person) => person.displayName,
        minWidth: 200,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "roles",
        label: t("admin.person.roles"),
        render: ({ roles }) => <CellText>{roles.map((role) => roleName(role, t)).join(", ")}</CellText>,
        sortKey: ({ roles }) => roles.map((role) => roleName(role, t)).join(", "),
        minWidth: 160,
        grow: 2,
        rank: 1,
      },
      {
        id: "created",
        label: t("admin.people.column.created"),
        render: (person) => <FormattedDate value={person.createdAt} dateStyle="medium" />,
        sortKey: (person) => Date.parse(person.createdAt),
        minWidth: 120,
        rank: 2,
      },
    ],
    [t],
  );
}
