import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { PeopleRegular, PersonAddRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type PeopleSearch, personRoles } from "../admin-search.ts";
import { ListPage } from "../list/list-page.tsx";
import { useListForm } from "../list/use-list-form.ts";
import { searchChange } from "../search-change.ts";
import { usePeopleColumns } from "./people-columns.tsx";
import { usePeople } from "./people-queries.ts";
import { PersonDrawer } from "./person-drawer.tsx";
import { roleName } from "./role-names.ts";

const route = getRouteApi("/frame/admin/people");
const byName = { column: "name", descending: false };

/** The people of the organisation. */
export function PeoplePage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const change = searchChange<PeopleSearch>(route.useNavigate());
  const query = usePeople(search.search);
  const { open, role } = search;
  const person = query.data?.find((one) => one.id === open);
  const form = useListForm(open === "new" || person !== undefined, change);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <>
      <ListPage
        name="people"
        title={t("admin.section.people")}
        subtitle={t("admin.people.subtitle")}
        action={
          <Button appearance="primary" icon={<PersonAddRegular />} onClick={form.open} {...restoreFocus}>
            {t("admin.people.add")}
          </Button>
        }
        query={query}
        columns={usePeopleColumns()}
        idOf={(one) => one.id}
        standardSorting={byName}
        address={search}
        change={change}
        searchLabel={t("admin.people.search")}
        chips={
          <FilterChips
            label={t("admin.person.roles")}
            choices={personRoles.map((value) => ({ value, label: roleName(value, t) }))}
            value={role}
            onChoose={(value) => change({ role: value })}
          />
        }
        filter={role === undefined ? undefined : (one) => one.roles.includes(role)}
        onClear={() => change({ search: undefined, role: undefined })}
        counted={(count) => t("admin.people.count", { count })}
        empty={<StatePanel icon={<PeopleRegular />} title={t("admin.people.empty")} />}
        onOpen={(one) => change({ open: one.id }, false)}
        {...form.reveal}
      />
      <PersonDrawer
        key={form.openings}
        person={open === "new" ? undefined : person}
        open={form.isOpen}
        onClose={form.close}
        onSaved={(one) => {
          form.close();
          form.show(one.id);
        }}
      />
    </>
  );
}
