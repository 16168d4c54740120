import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { type AuditSearch, readAuditSearch } from "../admin-search.ts";
import { savedSearchesQuery, useDeleteSearch } from "./audit-queries.ts";

const useStyles = makeStyles({
  surface: { width: "320px", maxWidth: "calc(100vw - 32px)", maxHeight: "60vh", overflowY: "auto" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { display: "flex", gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, minWidth: 0, justifyContent: "flex-start", overflowWrap: "anywhere" },
});

interface SavedSearchesMenuProps {
  readonly button: ReactElement;
  readonly onChoose: (search: AuditSearch) => void;
}

export function SavedSearchesMenu({ button, onChoose }: SavedSearchesMenuProps): ReactElement {
  const t = useText();
  const styles = useStyles();
  const [open, setOpen] = useState(true);
  const query = useQuery(savedSearchesQuery);
  const remove = useDeleteSearch();
  return (
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus>
      <PopoverTrigger disableButtonEnhancement>{button}</PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={t("admin.audit.saved")}>
        <QueryView query={query} skeleton={<RowSkeletons rows={2} />}>
          {(searches) =>
            searches.length === 0 ? (
              <Text>{t("admin.audit.saved.none")}</Text>
            ) : (
              <ul className={styles.list}>
                {searches.map(({ id, name, filter }) => (
                  <li key={id} className={styles.row}>
                    <Button
                      appearance="subtle"
                      className={styles.name}
                      onClick={() => {
                        setOpen(false);
                        onChoose(readAuditSearch(filter));
                      }}
                    >
                      {name}
                    </Button>
                    <Button
                      appearance="subtle"
                      icon={<DeleteRegular />}
                      aria-label={t("admin.audit.saved.delete", { name })}
                      onClick={() => remove.mutate(id)}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
        <ProblemBar error={remove.error} />
      </PopoverSurface>
    </Popover>
  );
}
