import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, KeyMultipleRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import type { RegistrationsSearch } from "../admin-search.ts";
import { ListPage } from "../list/list-page.tsx";
import { useListForm } from "../list/use-list-form.ts";
import { searchChange } from "../search-change.ts";
import { useRegistrationColumns } from "./registration-columns.tsx";
import { RegistrationDrawer } from "./registration-drawer.tsx";
import { useRegistrations } from "./registration-queries.ts";

const route = getRouteApi("/frame/admin/app-registrations");
const byName = { column: "name", descending: false };

/** Programs that may ask for tokens. */
export function RegistrationsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const change = searchChange<RegistrationsSearch>(route.useNavigate());
  const query = useRegistrations(search.search);
  const { open } = search;
  const registration = query.data?.find(({ clientId }) => clientId === open);
  const form = useListForm(open === "new" || registration !== undefined, change);
  const restoreFocus = useRestoreFocusTarget();
  return (
    <>
      <ListPage
        name="app-registrations"
        title={t("admin.section.registrations")}
        subtitle={t("admin.registrations.subtitle")}
        action={
          <Button appearance="primary" icon={<AddRegular />} onClick={form.open} {...restoreFocus}>
            {t("admin.registrations.add")}
          </Button>
        }
        query={query}
        columns={useRegistrationColumns()}
        idOf={({ clientId }) => clientId}
        standardSorting={byName}
        address={search}
        change={change}
        searchLabel={t("admin.registrations.search")}
        counted={(count) => t("admin.registrations.count", { count })}
        empty={
          <StatePanel icon={<KeyMultipleRegular />} title={t("admin.registrations.empty")}>
            {t("admin.registrations.empty.text")}
          </StatePanel>
        }
        onOpen={({ clientId }) => change({ open: clientId }, false)}
        {...form.reveal}
        // Not behind the open drawer, which would lose the focus to it.
        {...(form.isOpen && { reveal: undefined })}
      />
      <RegistrationDrawer
        key={form.openings}
        given={open === "new" ? undefined : registration}
        open={form.isOpen}
        onClose={form.close}
        onSaved={({ clientId }, made) => {
          form.show(clientId);
          // A new one needs a secret next: it stays open, as itself.
          if (made) change({ open: clientId });
          else form.close();
        }}
      />
    </>
  );
}
