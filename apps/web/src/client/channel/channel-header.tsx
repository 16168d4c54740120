import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular, MoreHorizontalRegular, PlugConnectedRegular } from "@fluentui/react-icons";
import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { LazyMenu, menuSource } from "../../shared/layout/lazy-menu.tsx";
import { narrow, useNarrow } from "../../shared/layout/narrow.ts";
import type { Channel, Team } from "../../shared/teams.ts";

const channelMenu = menuSource(async () => (await import("./channel-menu.tsx")).ChannelMenu);

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    minHeight: "56px",
    boxSizing: "border-box",
    paddingInline: tokens.spacingHorizontalXXL,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
    [narrow]: { paddingInline: tokens.spacingHorizontalS },
  },
  names: { flexGrow: 1, minWidth: 0 },
  team: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textDecorationLine: "none",
    display: "block",
    width: "fit-content",
    maxWidth: "100%",
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  channel: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** Which channel of which team this is, and what one can do with it. */
export function ChannelHeader({
  team,
  channel,
}: {
  team: Team | undefined;
  channel: Channel | undefined;
}): ReactElement {
  const styles = useStyles();
  const t = useText();
  const isNarrow = useNarrow();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  return (
    <header className={styles.root}>
      {isNarrow && (
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={t("client.channel.back")}
          onClick={() => void navigate({ to: "/" })}
        />
      )}
      <div className={styles.names}>
        {team && (
          <Link to="/teams/$teamId" params={{ teamId: team.id }} className={styles.team}>
            {team.displayName}
          </Link>
        )}
        <Heading level={1} size={400} className={styles.channel}>
          {channel?.displayName ?? " "}
        </Heading>
      </div>
      <Button
        appearance={isNarrow ? "subtle" : "secondary"}
        icon={<PlugConnectedRegular />}
        aria-label={t("client.channel.connectors")}
        onClick={() => void navigate({ search: { connectors: "all" } })}
      >
        {isNarrow ? undefined : t("client.channel.connectors")}
      </Button>
      <LazyMenu
        menu={channelMenu}
        menuProps={{}}
        appearance="subtle"
        icon={<MoreHorizontalRegular />}
        aria-label={t("client.channel.more")}
        title={t("client.channel.more")}
      />
    </header>
  );
}
