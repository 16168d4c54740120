import { type ReactElement, useMemo } from "react";
import { FormattedDate } from "react-intl";
import { type TextOf, useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import type { App } from "./app-queries.ts";
import { AppStatus } from "./app-status.tsx";

function AppName({ app }: { app: App }): ReactElement {
  return (
    <TwoLines
      media={<AppIcon src={app.icons.color} size={32} />}
      first={
        <TextLink to="/admin/apps/$appId" params={{ appId: app.id }} title={app.displayName}>
          {app.displayName}
        </TextLink>
      }
      second={app.shortDescription}
    />
  );
}

/** Where an app comes from, in words. */
export function distributionText(t: TextOf, { distribution }: Pick<App, "distribution">): string {
  return {
    organization: t("admin.apps.distribution.organization"),
    store: t("admin.apps.distribution.store"),
    sideloaded: t("admin.apps.distribution.sideloaded"),
  }[distribution];
}

/** Columns of the apps that an administrator manages; Microsoft's admin centre has the same. */
export function useAppColumns(): ListColumn<App>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.apps.column.name"),
        render: (app) => <AppName app={app} />,
        sortKey: (app) => app.displayName,
        minWidth: 200,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "publisher",
        label: t("admin.apps.column.publisher"),
        render: (app) => <CellText>{app.publisherName}</CellText>,
        sortKey: (app) => app.publisherName,
        minWidth: 120,
        rank: 4,
      },
      {
        id: "version",
        label: t("admin.apps.column.version"),
        render: (app) => <CellText>{app.version}</CellText>,
        sortKey: (app) => app.version,
        minWidth: 88,
        rank: 2,
      },
      {
        id: "status",
        label: t("admin.apps.column.status"),
        render: (app) => <AppStatus status={app.status} />,
        sortKey: (app) => app.status,
        minWidth: 112,
        rank: 1,
      },
      {
        id: "distribution",
        label: t("admin.apps.column.distribution"),
        render: (app) => <CellText>{distributionText(t, app)}</CellText>,
        sortKey: (app) => distributionText(t, app),
        minWidth: 112,
        rank: 5,
      },
      {
        id: "changed",
        label: t("admin.apps.column.changed"),
        render: (app) => <FormattedDate value={app.changedAt} dateStyle="medium" />,
        sortKey: (app) => Date.parse(app.changedAt),
        minWidth: 112,
        rank: 3,
      },
      {
        id: "created",
        label: t("admin.apps.column.created"),
        render: (app) => <FormattedDate value={app.createdAt} dateStyle="medium" />,
        sortKey: (app) => Date.parse(app.createdAt),
        minWidth: 112,
        rank: 6,
        hiddenAtFirst: true,
      },
      {
        id: "externalId",
        label: t("admin.apps.column.externalId"),
        render: (app) => <CellText>{app.externalId}</CellText>,
        sortKey: (app) => app.externalId,
        minWidth: 160,
        rank: 7,
        hiddenAtFirst: true,
      },
    ],
    [t],
  );
}
