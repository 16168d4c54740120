import { makeStyles, tokens } from "@fluentui/react-components";
import type { AppTarget } from "@parvis/host";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { EmbedFrame } from "../connectors/embed-frame.tsx";
import { SilenceBar } from "../connectors/page-messages.tsx";
import { useHostedPage } from "../connectors/use-hosted-page.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", minHeight: 0 },
  bars: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, ":empty": { display: "none" } },
  frame: { flexGrow: 1, minHeight: 0 },
});

interface PersonalFrameProps {
  readonly appId: string;
  readonly entityId: string;
  /** Its name. */
  readonly app: string;
  readonly tab: string;
  readonly subPageId: string | undefined;
}

/** A page of an app, framed as configuration pages are: two documents deep, with its own Content-Security-Policy. */
export function PersonalFrame({ appId, entityId, app, tab, subPageId }: PersonalFrameProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const navigate = useNavigate();
  const title = t("client.apps.personal.frame", { app, tab });
  const go = ({ appId: toApp, pageId, subPageId: sub }: AppTarget) =>
    void navigate({
      to: "/app/$appId/{-$entityId}",
      params: { appId: toApp, ...(pageId === undefined ? {} : { entityId: pageId }) },
      search: sub === undefined ? {} : { sub },
    });
  const page = useHostedPage("content", { title, onNavigate: go, subPageId });
  return (
    <div className={styles.root}>
      <div className={styles.bars}>
        <SilenceBar page={page} appId={appId} app={app} />
        <ProblemBar error={page.problem} />
      </div>
      <div className={styles.frame}>
        <EmbedFrame fill page={page} src={`/embed/personal/${appId}/${encodeURIComponent(entityId)}`} title={title} />
      </div>
    </div>
  );
}
