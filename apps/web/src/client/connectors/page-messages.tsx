import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Text,
} from "@fluentui/react-components";
import type { RoundTripOutcome } from "@parvis/host";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { LegacyButton, LegacyOffer } from "./legacy-offer.tsx";
import type { HostedPage } from "./use-hosted-page.ts";

interface SilenceBarProps {
  readonly page: HostedPage;
  readonly appId: string;
  /** Its name. */
  readonly app: string;
}

/** Why nothing comes from a publisher's page, and what can be done. */
export function SilenceBar({ page, appId, app }: SilenceBarProps): ReactElement | null {
  const t = useText();
  const { silence, appMessage } = page;
  if (appMessage !== undefined) {
    return (
      <MessageBar intent="error" layout="multiline" role="alert">
        <MessageBarBody>
          <MessageBarTitle>{t("client.page.appFailed", { app })}</MessageBarTitle>
          {appMessage}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (silence === undefined) return null;
  const origin = window.location.origin;
  const words = {
    "not-loaded": [t("client.page.notLoaded", { app }), t("client.page.notLoadedHow", { page: silence.pageOrigin })],
    "no-initialize": [
      t("client.page.noInitialize", { app }),
      t("client.page.noInitializeHow", { page: silence.pageOrigin }),
    ],
    "origin-not-accepted": [t("client.page.notAccepted", { app }), t("client.page.notAcceptedHow", { origin })],
  }[silence.kind];
  // Through Parvis a page finds a host it knows, and one that may frame it.
  const helpful = silence.kind !== "not-loaded" && silence.embedding === "direct";
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{words[0]}</MessageBarTitle>
        <Text block>{words[1]}</Text>
        {helpful && <LegacyOffer app={app} />}
      </MessageBarBody>
      <MessageBarActions>
        {helpful && <LegacyButton appId={appId} onSwitched={page.reload} />}
        <Button onClick={page.reload}>{t("client.page.reload")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** How saving or removing ended when the page did not say that it went well. */
export function OutcomeBar({
  outcome,
  app,
}: {
  outcome: RoundTripOutcome | undefined;
  app: string;
}): ReactElement | null {
  const t = useText();
  if (outcome === undefined || outcome.outcome === "succeeded") return null;
  const words = {
    failed: t("client.page.refused", { app }),
    "timed-out": t("client.page.timedOut", { app }),
    "not-ready": t("client.page.notReady", { app }),
  }[outcome.outcome];
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{words}</MessageBarTitle>
        {outcome.outcome === "failed" ? outcome.reason : t("client.page.wayOut")}
      </MessageBarBody>
    </MessageBar>
  );
}
