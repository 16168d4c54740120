import { Button } from "@fluentui/react-components";
import { AppsListRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { patiently } from "../../shared/patient-import.ts";
import type { Team } from "../../shared/teams.ts";
import { useMyAppsListStyles } from "../my-apps/my-apps-list.ts";
import { UploadsSection } from "../uploads/uploads-section.tsx";
import { InstallationRow } from "./installation-row.tsx";
import { installationsQuery } from "./installations-query.ts";

const InstallationDialog = lazy(
  patiently(async () => ({ default: (await import("./installation-dialog.tsx")).InstallationDialog })),
);

const route = getRouteApi("/frame/client/teams/$teamId");

/** The apps of a team: what runs, what waits to be accepted, and the way out. */
export function TeamApps({ team }: { team: Team }): ReactElement {
  const styles = useMyAppsListStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId" });
  const search = route.useSearch();
  const query = useInfiniteQuery(installationsQuery(team.id));
  useFocusReturn((search.update ?? search.remove) !== undefined);
  const installations = query.data?.pages.flatMap((page) => page.items);
  if (installations === undefined) {
    return query.error === null ? (
      <Delayed>
        <RowSkeletons rows={4} />
      </Delayed>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const open = installations.find((one) => one.id === (search.update ?? search.remove));
  return (
    <section>
      <Heading level={2}>{t("client.team.apps")}</Heading>
      {installations.length === 0 && (
        <StatePanel icon={<AppsListRegular />} title={t("client.team.noApps")}>
          {team.mayManage ? t("client.team.noAppsForOwner") : t("client.team.noAppsForMember")}
        </StatePanel>
      )}
      <ul className={styles.list}>
        {installations.map((installation) => (
          <InstallationRow
            key={installation.id}
            installation={installation}
            onUpdate={() => void navigate({ search: { update: installation.id } })}
            onRemove={() => void navigate({ search: { remove: installation.id } })}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
      <UploadsSection team={team} />
      {open && (
        <Suspense>
          <InstallationDialog
            team={team}
            installation={open}
            step={search.update === undefined ? "remove" : "update"}
            onClose={() => void navigate({ search: {} })}
          />
        </Suspense>
      )}
    </section>
  );
}
