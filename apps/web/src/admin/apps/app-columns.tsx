import { Checkbox } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import { FormattedDate, FormattedNumber } from "react-intl";
import { type TextOf, useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import type { App } from "./app-queries.ts";
import { AppStatus } from "./app-status.tsx";
import { availabilityText, certificationText, licenseText, publishingText, yesOrNo } from "./app-texts.ts";
import type { ManagedApp } from "./managed-queries.ts";

function AppName({ app }: { app: ManagedApp }): ReactElement {
  return (
    <TwoLines
      media={<AppIcon src={app.icons.color} size={32} />}
      first={
        <TextLink to="/admin/apps/$appId" params={{ appId: app.id }} title={app.displayName}>
          {app.displayName}
        </TextLink>
      }
      second={app.customized ? app.publisherAppName : app.shortDescription}
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

/** Which apps are chosen, and how that is changed. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(app: ManagedApp): void;
}

/** Columns of the apps that an administrator manages; Microsoft's admin centre has the same (contracts.md B.7). */
export function useAppColumns(selection: Selection): ListColumn<ManagedApp>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "select",
        label: t("admin.apps.column.select"),
        hideLabel: true,
        render: (app) => (
          <Checkbox
            checked={selection.ids.has(app.id)}
            onChange={() => selection.toggle(app)}
            aria-label={t("admin.apps.selectOne", { name: app.displayName })}
          />
        ),
        minWidth: 48,
        grow: 0,
        rank: 0,
        control: true,
      },
      ...textColumns(t),
    ],
    [t, selection],
  );
}

function textColumns(t: TextOf): ListColumn<ManagedApp>[] {
  return [
    {
      id: "name",
      label: t("admin.apps.column.name"),
      render: (app) => <AppName app={app} />,
      sortable: true,
      minWidth: 200,
      grow: 3,
      rank: 0,
      control: true,
    },
    {
      id: "publisher",
      label: t("admin.apps.column.publisher"),
      render: (app) => <CellText>{app.publisherName}</CellText>,
      sortable: true,
      minWidth: 120,
      rank: 5,
    },
    {
      id: "status",
      label: t("admin.apps.column.status"),
      render: (app) => <AppStatus status={app.status} />,
      sortable: true,
      minWidth: 112,
      rank: 1,
    },
    {
      id: "availability",
      label: t("admin.apps.column.availability"),
      render: (app) => <CellText>{availabilityText(app, t)}</CellText>,
      sortable: true,
      minWidth: 136,
      rank: 3,
    },
    {
      id: "publishingStatus",
      label: t("admin.apps.column.publishingStatus"),
      render: (app) =>
        app.pending === null ? (
          <CellText>{publishingText(app.publishingStatus, t)}</CellText>
        ) : (
          <TextLink
            to="/admin/approvals/$submissionId"
            params={{ submissionId: app.pending.submissionId }}
            title={t("admin.apps.decide", { name: app.displayName, version: app.pending.version })}
          >
            {publishingText(app.publishingStatus, t)}
          </TextLink>
        ),
      sortable: true,
      minWidth: 128,
      rank: 4,
    },
    {
      id: "requests",
      label: t("admin.apps.column.requests"),
      render: (app) =>
        app.requests === 0 ? (
          <CellText>–</CellText>
        ) : (
          <TextLink to="/admin/apps/$appId" params={{ appId: app.id }} search={{ tab: "requests" }}>
            <FormattedNumber value={app.requests} />
          </TextLink>
        ),
      sortable: true,
      minWidth: 96,
      rank: 6,
    },
    {
      id: "version",
      label: t("admin.apps.column.version"),
      render: (app) => <CellText>{app.version}</CellText>,
      sortable: true,
      minWidth: 80,
      rank: 2,
    },
    {
      id: "kind",
      label: t("admin.apps.column.distribution"),
      render: (app) => <CellText>{distributionText(t, app)}</CellText>,
      sortable: true,
      minWidth: 112,
      rank: 7,
    },
    {
      id: "updated",
      label: t("admin.apps.column.changed"),
      render: (app) => <FormattedDate value={app.changedAt} dateStyle="medium" />,
      sortable: true,
      minWidth: 112,
      rank: 8,
    },
    ...furtherColumns(t),
  ];
}

/** There for those who ask for them. */
function furtherColumns(t: TextOf): ListColumn<ManagedApp>[] {
  const plain = { minWidth: 128, hiddenAtFirst: true };
  return [
    {
      ...plain,
      id: "certification",
      label: t("admin.apps.column.certification"),
      render: (app) => <CellText>{certificationText(app.certification, t)}</CellText>,
      rank: 9,
    },
    {
      ...plain,
      id: "licenses",
      label: t("admin.apps.column.licenses"),
      render: (app) => <CellText>{licenseText(app.licenses, t)}</CellText>,
      rank: 10,
    },
    {
      ...plain,
      id: "permissions",
      label: t("admin.apps.column.permissions"),
      render: (app) =>
        app.asksPermissions ? (
          <TextLink to="/admin/apps/$appId" params={{ appId: app.id }} search={{ tab: "permissions" }}>
            {t("admin.apps.viewDetails")}
          </TextLink>
        ) : (
          <CellText>–</CellText>
        ),
      sortable: true,
      rank: 11,
    },
    {
      ...plain,
      id: "categories",
      label: t("admin.apps.column.categories"),
      render: (app) => <CellText>{app.categories.length === 0 ? "–" : app.categories.join(", ")}</CellText>,
      rank: 12,
    },
    {
      ...plain,
      id: "meetings",
      label: t("admin.apps.column.meetings"),
      render: (app) => <CellText>{yesOrNo(app.installableInMeetings, t)}</CellText>,
      rank: 13,
    },
    {
      ...plain,
      id: "customizable",
      label: t("admin.apps.column.customizable"),
      render: (app) => (
        <CellText>{app.customized ? t("admin.apps.customized") : yesOrNo(app.customizable, t)}</CellText>
      ),
      sortable: true,
      rank: 14,
    },
    {
      ...plain,
      id: "externalId",
      label: t("admin.apps.column.externalId"),
      render: (app) => <CellText>{app.externalAppId ?? "–"}</CellText>,
      sortable: true,
      minWidth: 160,
      rank: 15,
    },
    {
      ...plain,
      id: "created",
      label: t("admin.apps.column.created"),
      render: (app) => <FormattedDate value={app.createdAt} dateStyle="medium" />,
      rank: 16,
    },
  ];
}
