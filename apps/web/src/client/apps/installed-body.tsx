import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
} from "@fluentui/react-components";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Team } from "../../shared/teams.ts";
import type { AppDetails } from "./app-queries.ts";

const useStyles = makeStyles({
  channels: { maxHeight: "40vh", overflowY: "auto" },
});

/** The app is in the team. If it brings a connector: in which channel should it post? */
export function InstalledBody({
  app,
  team,
  onClose,
}: {
  app: AppDetails;
  team: Team;
  onClose: () => void;
}): ReactElement {
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  const navigate = useNavigate();
  const [channelId, setChannelId] = useState(team.channels[0]?.id ?? "");
  const hasConnector = app.capabilities.connectors.length > 0;
  const configure = () =>
    void navigate({
      to: "/teams/$teamId/channels/$channelId",
      params: { teamId: team.id, channelId },
      search: { connectors: "all", find: app.displayName },
    });
  return (
    <DialogBody>
      <DialogTitle>
        <AppIdentity
          heading
          icon={app.icons.color}
          name={t("client.install.done", { app: app.displayName, team: team.displayName })}
          second={app.publisherName}
        />
      </DialogTitle>
      <DialogContent className={dialog.content}>
        {hasConnector ? (
          <>
            <Text>{t("client.install.connectorNext", { app: app.displayName })}</Text>
            <RadioGroup
              className={styles.channels}
              aria-label={t("client.install.channels")}
              value={channelId}
              onChange={(_, data) => setChannelId(data.value)}
            >
              {team.channels.map((channel) => (
                <Radio key={channel.id} value={channel.id} label={channel.displayName} />
              ))}
            </RadioGroup>
          </>
        ) : (
          <Text>{t("client.install.ready", { team: team.displayName })}</Text>
        )}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{hasConnector ? t("client.install.later") : t("shared.done")}</Button>
        {hasConnector && channelId !== "" && (
          <Button appearance="primary" onClick={configure}>
            {t("client.install.configure")}
          </Button>
        )}
      </DialogActions>
    </DialogBody>
  );
}
