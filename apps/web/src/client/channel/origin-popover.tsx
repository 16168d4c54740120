import { Link, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text, tokens } from "@fluentui/react-components";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { AppIcon } from "../../shared/parts/app-icon.tsx";

export interface OriginPopoverProps {
  readonly channelId: string;
  readonly configurationId: string;
}

function originQuery({ channelId, configurationId }: OriginPopoverProps) {
  return queryOptions({
    queryKey: ["origin", channelId, configurationId],
    queryFn: async () =>
      await read(
        api.channels[":channelId"].connectors[":configurationId"].origin.$get({
          param: { channelId, configurationId },
        }),
      ),
  });
}

const useStyles = makeStyles({
  surface: { maxWidth: "320px" },
  content: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  app: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
});

export function OriginPopover({ button, ...place }: OriginPopoverProps & { button: ReactElement }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [open, setOpen] = useState(true);
  useFocusReturn(open);
  return (
    // Takes the focus itself: while it loads there is nothing in it that could, and Escape would go unheard.
    <Popover open={open} onOpenChange={(_, data) => setOpen(data.open)} trapFocus withArrow>
      <PopoverTrigger disableButtonEnhancement>{button}</PopoverTrigger>
      <PopoverSurface tabIndex={-1} className={styles.surface} aria-label={t("client.origin.why")}>
        <Origin {...place} />
      </PopoverSurface>
    </Popover>
  );
}

function Origin(place: OriginPopoverProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/teams/$teamId/channels/$channelId" });
  const { data, error, refetch } = useQuery(originQuery(place));
  if (data === undefined) {
    return error === null ? <RowSkeletons rows={1} /> : <ProblemBar error={error} onRetry={() => void refetch()} />;
  }
  const { name, kind, app, configuredBy } = data;
  return (
    <div className={styles.content}>
      <Heading level={2} size={300}>
        {t("client.origin.why")}
      </Heading>
      <div className={styles.app}>
        <AppIcon src={app?.icon ?? null} size={32} />
        <div>
          <Text block weight="semibold">
            {name}
          </Text>
          <Text block size={200}>
            {app === null
              ? t(kind === "incoming" ? "client.origin.incoming" : "client.origin.appGone")
              : t("client.origin.app", { app: app.displayName, publisher: app.publisherName })}
          </Text>
        </div>
      </div>
      <Text>
        {configuredBy === null ? t("client.origin.bySomebody") : t("client.origin.by", { person: configuredBy })}
      </Text>
      <Link
        as="button"
        onClick={() => void navigate({ search: { connectors: kind === "incoming" ? "webhooks" : "configured" } })}
      >
        {t("client.origin.manage")}
      </Link>
    </div>
  );
}
