import { Button } from "@fluentui/react-components";
import { StarRegular } from "@fluentui/react-icons";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { LazyMenu, menuSource } from "../../shared/layout/lazy-menu.tsx";
import type { AuditSearch } from "../admin-search.ts";
import { isFiltered } from "./audit-queries.ts";
import { SaveSearchDialog } from "./save-search-dialog.tsx";

const menu = menuSource<{ onChoose: (search: AuditSearch) => void }>(
  async () => (await import("./saved-searches-menu.tsx")).SavedSearchesMenu,
);

interface SavedSearchesProps {
  readonly search: AuditSearch;
  readonly onChoose: (search: AuditSearch) => void;
}

/** Searches kept under a name: to go back to, and to keep the present one. */
export function SavedSearches({ search, onChoose }: SavedSearchesProps): ReactElement {
  const t = useText();
  const [saving, setSaving] = useState(false);
  const worthKeeping = search.search !== undefined || isFiltered(search);
  return (
    <>
      <LazyMenu menu={menu} menuProps={{ onChoose }} icon={<StarRegular />} appearance="subtle">
        {t("admin.audit.saved")}
      </LazyMenu>
      {worthKeeping && (
        <Button appearance="subtle" onClick={() => setSaving(true)}>
          {t("admin.audit.save")}
        </Button>
      )}
      <SaveSearchDialog open={saving} search={search} onClose={() => setSaving(false)} />
    </>
  );
}
