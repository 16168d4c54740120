import { Button, useRestoreFocusTarget } from "@fluentui/react-components";
import { AddRegular, KeyMultipleRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import type { RegistrationsSearch } from "../admin-search.ts";
import { ManagedList } from "../list/managed-list.tsx";
import { useDialogAddress } from "../use-dialog-address.ts";
import { useOpenings } from "../use-openings.ts";
import { useRegistrationColumns } from "./registration-columns.tsx";
import { RegistrationDrawer } from "./registration-drawer.tsx";
import { useRegistrations } from "./registration-queries.ts";

const route = getRouteApi("/frame/admin/app-registrations");
const byName = { column: "name", descending: false };

/** Programs that may ask for tokens. */
export function RegistrationsPage(): ReactElement {
  const t = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const restoreFocus = useRestoreFocusTarget();
  const columns = useRegistrationColumns();
  const query = useRegistrations(search.search);
  const [saved, setSaved] = useState<string>();
  usePageTitle(t("admin.section.registrations"));

  const change = (
    next: { [Word in keyof RegistrationsSearch]?: RegistrationsSearch[Word] | undefined },
    replace = true,
  ) => void navigate({ search: (before) => ({ ...before, ...next }) as RegistrationsSearch, replace });
  const { open } = search;
  const registration = query.data?.find(({ clientId }) => clientId === open);
  const isOpen = open === "new" || registration !== undefined;
  const dialog = useDialogAddress(
    isOpen,
    () => change({ open: "new" }, false),
    () => change({ open: undefined }),
  );
  const openings = useOpenings(isOpen);

  return (
    <>
      <PageHeader
        title={t("admin.section.registrations")}
        subtitle={t("admin.registrations.subtitle")}
        action={
          <Button appearance="primary" icon={<AddRegular />} onClick={dialog.open} {...restoreFocus}>
            {t("admin.registrations.add")}
          </Button>
        }
      />
      <ManagedList
        name="app-registrations"
        label={t("admin.section.registrations")}
        query={query}
        columns={columns}
        idOf={({ clientId }) => clientId}
        standardSorting={byName}
        address={search}
        onAddress={({ search: words, sort }) => change({ search: words, sort })}
        searchLabel={t("admin.registrations.search")}
        onClear={() => change({ search: undefined })}
        counted={(count) => t("admin.registrations.count", { count })}
        empty={
          <StatePanel icon={<KeyMultipleRegular />} title={t("admin.registrations.empty")}>
            {t("admin.registrations.empty.text")}
          </StatePanel>
        }
        onOpen={({ clientId }) => change({ open: clientId }, false)}
        // Not behind the open drawer, which would lose the focus to it.
        reveal={isOpen ? undefined : saved}
        onRevealed={() => setSaved(undefined)}
      />
      <RegistrationDrawer
        key={openings}
        given={open === "new" ? undefined : registration}
        open={isOpen}
        onClose={dialog.close}
        onSaved={({ clientId }, made) => {
          setSaved(clientId);
          // A new one needs a secret next: it stays open, as itself.
          if (made) change({ open: clientId });
          else dialog.close();
        }}
      />
    </>
  );
}
