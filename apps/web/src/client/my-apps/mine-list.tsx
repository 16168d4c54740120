import { Badge, Button, Text } from "@fluentui/react-components";
import { AppsListRegular, DeleteRegular } from "@fluentui/react-icons";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { ButtonLink, TextLink } from "../../shared/layout/text-link.tsx";
import { type MyApp, myAppsQuery } from "../../shared/my-apps.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { PinButton } from "../personal/pin-button.tsx";
import { useMyAppsListStyles } from "./my-apps-list.ts";

const MineDialog = lazy(patiently(async () => ({ default: (await import("./mine-dialogs.tsx")).MineDialog })));

const route = getRouteApi("/frame/apps/manage");

/** One's own apps. */
export function MineList(): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { update, remove } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(myAppsQuery);
  useFocusReturn((update ?? remove) !== undefined);
  const all = query.data?.pages.flatMap((page) => page.items);
  if (all === undefined) {
    return query.error === null ? (
      <Delayed>
        <RowSkeletons />
      </Delayed>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const open = all.find(({ app }) => app.id === (update ?? remove));
  return (
    <>
      {all.length === 0 && !query.hasNextPage && <NoneYet />}
      <ul className={list.list}>
        {all.map((mine) => (
          <MineRow
            key={mine.app.id}
            mine={mine}
            onUpdate={() => void navigate({ search: { update: mine.app.id } })}
            onRemove={() => void navigate({ search: { remove: mine.app.id } })}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
      {open && (
        <Suspense>
          <MineDialog
            mine={open}
            step={update === undefined ? "remove" : "update"}
            onClose={() => void navigate({ search: {} })}
          />
        </Suspense>
      )}
    </>
  );
}

function NoneYet(): ReactElement {
  const t = useText();
  return (
    <StatePanel
      icon={<AppsListRegular />}
      title={t("client.apps.mine.none")}
      actions={
        <ButtonLink to="/apps" appearance="primary">
          {t("client.apps.mine.find")}
        </ButtonLink>
      }
    >
      {t("client.apps.mine.noneHow")}
    </StatePanel>
  );
}

interface MineRowProps {
  readonly mine: MyApp;
  readonly onUpdate: () => void;
  readonly onRemove: () => void;
}

function MineRow({ mine, onUpdate, onRemove }: MineRowProps): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { app, version, update, policy, consentWithdrawn, mayRemove, tabs } = mine;
  const names = { app: app.displayName };
  return (
    <li className={list.row}>
      <div className={list.what}>
        <AppIdentity
          icon={app.icons.color}
          name={app.displayName}
          second={t("client.app.byVersion", { publisher: app.publisherName, version })}
        />
        {policy && <Text size={200}>{t("client.apps.mine.byPolicy", { policy: policy.name })}</Text>}
      </div>
      <div className={list.actions}>
        {update && (
          <Badge appearance="tint" color="informative">
            {t("client.team.updateTo", { version: update.version })}
          </Badge>
        )}
        {(update ?? consentWithdrawn) && (
          <Button size="small" appearance="primary" aria-label={t("client.team.updateThis", names)} onClick={onUpdate}>
            {consentWithdrawn ? t("client.apps.personal.agreeAnew") : t("client.team.update")}
          </Button>
        )}
        {tabs.length > 0 && (
          <TextLink
            to="/app/$appId/{-$entityId}"
            params={{ appId: app.id }}
            aria-label={t("client.apps.mine.openThis", names)}
          >
            {t("client.apps.mine.open")}
          </TextLink>
        )}
        <TextLink to="/apps/$appId" params={{ appId: app.id }} aria-label={t("client.team.detailsOf", names)}>
          {t("client.team.details")}
        </TextLink>
        {mine.mayPin && <PinButton appId={app.id} name={app.displayName} />}
        {mayRemove && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t("client.apps.mine.removeThis", names)}
            title={t("client.apps.mine.removeThis", names)}
            onClick={onRemove}
          />
        )}
      </div>
    </li>
  );
}
