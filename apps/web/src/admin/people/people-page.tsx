import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { PeopleRegular, PersonAddRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type PeopleSearch, personRoles } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useOpenings } from "../use-openings.ts";
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
  const navigate = route.useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const columns = usePeopleColumns();
  const query = usePeople(search.search);
  const [saved, setSaved] = useState<string>();
  usePageTitle(t("admin.section.people"));

  const change = (next: { [Word in keyof PeopleSearch]?: PeopleSearch[Word] | undefined }, replace = true) =>
    void navigate({ search: (before) => ({ ...before, ...next }) as PeopleSearch, replace });
  const { open, role } = search;
  const person = query.data?.find((one) => one.id === open);
  const isOpen = open === "new" || person !== undefined;
  const dialog = useDialogAddress(
    isOpen,
    () => change({ open: "new" }, false),
    () => change({ open: undefined }),
  );

  const openings = useOpenings(isOpen);

  return (
    <>
      <PageHeader
        title={t("admin.section.people")}
        subtitle={t("admin.people.subtitle")}
        action={
          <Button appearance="primary" icon={<PersonAddRegular />} onClick={dialog.open} {...restoreFocus}>
            {t("admin.people.add")}
          </Button>
        }
      />
      <ManagedList
        name="people"
        label={t("admin.section.people")}
        query={query}
        columns={columns}
        idOf={(one) => one.id}
        standardSorting={byName}
        address={search}
        onAddress={({ search: words, sort }) => change({ search: words, sort })}
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
        reveal={saved}
        onRevealed={() => setSaved(undefined)}
      />
      <PersonDrawer
        key={openings}
        person={open === "new" ? undefined : person}
        open={isOpen}
        onClose={dialog.close}
        onSaved={(one) => {
          dialog.close();
          setSaved(one.id);
        }}
      />
    </>
  );
}
