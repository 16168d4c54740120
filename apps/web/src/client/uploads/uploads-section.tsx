import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowUploadRegular, DeleteRegular } from "@fluentui/react-icons";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { api, done } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { patiently } from "../../shared/patient-import.ts";
import type { Team } from "../../shared/teams.ts";
import { useMyAppsListStyles } from "../my-apps/my-apps-list.ts";
import { type UploadedApp, uploadAccessQuery, uploadsQuery } from "./uploads-query.ts";

const UploadDialog = lazy(patiently(async () => ({ default: (await import("./upload-dialog.tsx")).UploadDialog })));

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    marginBlockStart: tokens.spacingVerticalXXL,
  },
  upload: { alignSelf: "start" },
});

/** Custom apps that were uploaded for oneself or a team; nothing where there are none and one may upload none. */
export function UploadsSection({ team }: { team?: Team }): ReactElement | null {
  const styles = useStyles();
  const list = useMyAppsListStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const access = useQuery(uploadAccessQuery(team?.id));
  const query = useInfiniteQuery(uploadsQuery(team?.id));
  const [dialog, setDialog] = useState<{ appId: string | undefined }>();
  const [leaving, setLeaving] = useState<UploadedApp>();
  useFocusReturn((dialog ?? leaving) !== undefined);
  const uploads = query.data?.pages.flatMap((page) => page.items) ?? [];
  const may = access.data?.allowed === true;
  const closed = access.data?.gates.find(({ gate, passed }) => gate === "team-setting" && !passed);
  if (!may && closed === undefined && uploads.length === 0) return null;
  return (
    <section className={styles.root}>
      <Heading level={2} size={400}>
        {t("client.uploads.title")}
      </Heading>
      {may && (
        <Button className={styles.upload} icon={<ArrowUploadRegular />} onClick={() => setDialog({ appId: undefined })}>
          {t("client.uploads.upload")}
        </Button>
      )}
      {closed !== undefined && <OwnersOnly setByName={closed.setByName} since={closed.since} />}
      <ul className={list.list}>
        {uploads.map((app) => (
          <UploadRow
            key={app.id}
            app={app}
            mayAdd={!app.installed && (team === undefined || team.mayManage || app.mayUpdate)}
            onAdd={() => setDialog({ appId: app.id })}
            onRemove={() => setLeaving(app)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.uploads.more")}
        </Button>
      )}
      {leaving && (
        <ConfirmDialog
          open
          title={t("client.uploads.removeTitle", { app: leaving.displayName })}
          action={t("client.uploads.remove")}
          doing={t("client.uploads.removing")}
          act={async () => await done(api.uploads[":appId"].$delete({ param: { appId: leaving.id } }))}
          onDone={() => {
            for (const key of ["uploads", "my-apps", "installations", "connectors"])
              void queryClient.invalidateQueries({ queryKey: [key] });
            setLeaving(undefined);
          }}
          onClose={() => setLeaving(undefined)}
        >
          <Text>{team === undefined ? t("client.uploads.lost") : t("client.uploads.lostInTeam")}</Text>
        </ConfirmDialog>
      )}
      {dialog && (
        <Suspense>
          <UploadDialog team={team} appId={dialog.appId} onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

/** Said where the team's owners keep uploads to themselves: who decided that, and when. */
function OwnersOnly({ setByName: person, since }: { setByName: string | null; since: string | null }): ReactElement {
  const t = useText();
  const { formatDate } = useIntl();
  const when = since === null ? undefined : formatDate(since, { dateStyle: "long", timeStyle: "short" });
  return (
    <Text>
      {t("client.uploads.ownersOnly")}{" "}
      {when !== undefined &&
        (person === null ? t("client.switches.when", { when }) : t("client.switches.whoWhen", { person, when }))}
    </Text>
  );
}

interface UploadRowProps {
  readonly app: UploadedApp;
  readonly mayAdd: boolean;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

function UploadRow({ app, mayAdd, onAdd, onRemove }: UploadRowProps): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { displayName, publisherName, version, uploadedBy } = app;
  const names = { app: displayName };
  return (
    <li className={list.row}>
      <div className={list.what}>
        <AppIdentity
          icon={app.icons.color}
          name={displayName}
          second={t("client.app.byVersion", { publisher: publisherName, version })}
        />
        {uploadedBy && <Text size={200}>{t("client.uploads.by", { person: uploadedBy.displayName })}</Text>}
      </div>
      <div className={list.actions}>
        {mayAdd && (
          <Button size="small" aria-label={t("client.uploads.addThis", names)} onClick={onAdd}>
            {t("client.uploads.add")}
          </Button>
        )}
        {app.mayRemove && (
          <Button
            size="small"
            appearance="subtle"
            icon={<DeleteRegular />}
            aria-label={t("client.uploads.removeThis", names)}
            title={t("client.uploads.removeThis", names)}
            onClick={onRemove}
          />
        )}
      </div>
    </li>
  );
}
