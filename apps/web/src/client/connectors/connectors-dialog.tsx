import { Dialog, DialogSurface, makeStyles } from "@fluentui/react-components";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import type { Channel, Team } from "../../shared/teams.ts";
import { InstallBody } from "../install/install-body.tsx";
import { ConnectorsBody } from "./connectors-body.tsx";
import { PageSession } from "./page-session.tsx";
import { RemoveBody } from "./remove-body.tsx";
import { WebhookBody } from "./webhook-body.tsx";

const route = getRouteApi("/frame/client/teams/$teamId/channels/$channelId");

const useStyles = makeStyles({ surface: { maxWidth: "640px", width: "calc(100% - 16px)" } });

/**
 * The connectors of a channel. What it shows stands in the address. Pages that were loaded in it stay, unseen, until
 * their last requests have been answered, also when the dialog is closed.
 */
export function ConnectorsDialog({ team, channel }: { team: Team; channel: Channel }): ReactElement {
  const styles = useStyles();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const { connectors, configuration, step, add } = search;
  const isPage = connectors !== undefined && configuration !== undefined && step !== "webhook";
  const shownPage = isPage ? `${step ?? "configure"} ${configuration}` : undefined;
  const [pages, setPages] = useState<readonly string[]>([]);
  if (shownPage !== undefined && !pages.includes(shownPage)) setPages([...pages, shownPage]);

  const close = () => void navigate({ search: {} });
  const toList = (list: "all" | "configured") => void navigate({ search: { connectors: list } });

  return (
    <Dialog open={connectors !== undefined} onOpenChange={(_, data) => !data.open && close()} unmountOnClose={false}>
      <DialogSurface className={styles.surface}>
        {pages.map((key) => {
          const [kind, configurationId = ""] = key.split(" ");
          const place = { configurationId, channelId: channel.id, shown: key === shownPage };
          const onGone = () => setPages((before) => before.filter((one) => one !== key));
          return kind === "remove" ? (
            <RemoveBody key={key} {...place} onBack={() => toList("configured")} onGone={onGone} />
          ) : (
            <PageSession key={key} {...place} onBack={() => toList("all")} onClose={close} onGone={onGone} />
          );
        })}
        {connectors !== undefined && configuration === undefined && add === undefined && (
          <ConnectorsBody team={team} channel={channel} list={connectors} find={search.find ?? ""} onClose={close} />
        )}
        {configuration !== undefined && step === "webhook" && (
          <WebhookBody configurationId={configuration} onBack={() => toList("configured")} onClose={close} />
        )}
        {connectors !== undefined && add !== undefined && (
          <InstallBody appId={add} team={team} onCancel={() => toList("all")} onInstalled={() => toList("all")} />
        )}
      </DialogSurface>
    </Dialog>
  );
}
