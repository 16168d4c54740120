import { Dialog, DialogSurface } from "@fluentui/react-components";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useId, useState } from "react";
import { useDialogStyles } from "../../shared/layout/dialog-styles.ts";
import type { Channel, Team } from "../../shared/teams.ts";
import type { ConnectorList } from "../client-search.ts";
import { InstallBody } from "../install/install-body.tsx";
import { CreateWebhookBody } from "../webhooks/create-webhook-body.tsx";
import { ConnectorsBody } from "./connectors-body.tsx";
import { PageSession } from "./page-session.tsx";
import { RemoveBody } from "./remove-body.tsx";
import { WebhookBody } from "./webhook-body.tsx";

const route = getRouteApi("/frame/client/teams/$teamId/channels/$channelId");

/** The connectors of a channel. What it shows stands in the address. */
export function ConnectorsDialog({ team, channel }: { team: Team; channel: Channel }): ReactElement {
  const styles = useDialogStyles();
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  // While it closes it shows what it showed, so that it does not collapse on its way out.
  const [last, setLast] = useState(search);
  if (search.connectors !== undefined && search !== last) setLast(search);
  const { connectors = "all", configuration, step, add, find = "" } = search.connectors === undefined ? last : search;

  const surface = useId();
  const shown = [connectors, configuration, step, add].join(" ");
  // The button that led from one step to the next went with its step; Escape and Tab go on from the dialog.
  useEffect(() => {
    if (shown !== "" && document.activeElement === document.body) document.getElementById(surface)?.focus();
  }, [shown, surface]);

  const close = () => void navigate({ search: {} });
  const toList = (list: ConnectorList) => void navigate({ search: { connectors: list } });

  function body(): ReactElement {
    if (add !== undefined)
      return <InstallBody appId={add} team={team} onCancel={() => toList("all")} onInstalled={() => toList("all")} />;
    if (step === "new")
      return <CreateWebhookBody team={team} channel={channel} onBack={() => toList("webhooks")} onClose={close} />;
    if (configuration === undefined)
      return <ConnectorsBody team={team} channel={channel} list={connectors} find={find} onClose={close} />;
    if (step === "webhook")
      return <WebhookBody configurationId={configuration} onBack={() => toList(connectors)} onClose={close} />;
    const place = { configurationId: configuration, channelId: channel.id };
    if (step === "remove") return <RemoveBody {...place} key={configuration} onBack={() => toList(connectors)} />;
    return <PageSession {...place} key={configuration} onBack={() => toList(connectors)} onClose={close} />;
  }

  return (
    <Dialog open={search.connectors !== undefined} onOpenChange={(_, data) => !data.open && close()}>
      <DialogSurface id={surface} className={styles.surface}>
        {body()}
      </DialogSurface>
    </Dialog>
  );
}
