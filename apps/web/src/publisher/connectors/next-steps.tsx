import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { useSession } from "../../shared/session.ts";
import type { Registration } from "./registration-queries.ts";

const useStyles = makeStyles({
  steps: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXXL,
  },
});

/** How a connector gets from its package into channels, and how far it got. */
export function NextSteps({ registration }: { registration: Registration }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { administrator: administrates } = useSession();
  const { app, configurations } = registration.use;
  if (app === null)
    return (
      <ol className={styles.steps}>
        <li>{t("publisher.connectors.next.download")}</li>
        <li>
          {t("publisher.connectors.next.upload")}{" "}
          {administrates && (
            <TextLink to="/admin/apps" search={{ upload: true }}>
              {t("publisher.connectors.next.uploadHere")}
            </TextLink>
          )}
        </li>
        <li>{t("publisher.connectors.next.configure")}</li>
      </ol>
    );
  const current = app.version === registration.version;
  const { version } = app;
  return (
    <>
      <MessageBar intent={current ? "success" : "warning"} layout="multiline">
        <MessageBarBody>
          {current
            ? t("publisher.connectors.next.current", { version })
            : t("publisher.connectors.next.outdated", { version, offered: registration.version })}{" "}
          {administrates ? (
            <TextLink to="/admin/apps/$appId" params={{ appId: app.id }}>
              {t("publisher.connectors.next.app")}
            </TextLink>
          ) : (
            <TextLink to="/apps/$appId" params={{ appId: app.id }}>
              {t("publisher.connectors.next.app")}
            </TextLink>
          )}
        </MessageBarBody>
      </MessageBar>
      <Text>{t("publisher.connectors.next.used", { count: configurations })}</Text>
    </>
  );
}
