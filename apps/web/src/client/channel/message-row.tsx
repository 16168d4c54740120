import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { memo, type ReactElement } from "react";
import { FormattedDate, FormattedTime, useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { narrow } from "../../shared/layout/narrow.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { MessageBody } from "../cards/message-body.tsx";
import { InTurn } from "./in-turn.tsx";
import { MessageOrigin } from "./message-origin.tsx";
import { Separator } from "./separator.tsx";
import type { TimelineRow } from "./timeline.ts";

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    [narrow]: { paddingInline: tokens.spacingHorizontalM },
  },
  message: { display: "grid", gridTemplateColumns: "32px minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "24px",
  },
  time: { color: tokens.colorNeutralForeground3 },
  body: { minWidth: 0 },
});

interface MessageRowProps {
  readonly row: TimelineRow;
  readonly position: number;
  /** How many messages there are; -1 when that is not known (WAI-ARIA feed). */
  readonly total: number;
}

/** A message: who, when, why it is here, and what. */
export const MessageRow = memo(
  function MessageRow({ row: { message, day, isFirstNew }, position, total }: MessageRowProps): ReactElement {
    const styles = useStyles();
    const t = useText();
    const intl = useIntl();
    const { author } = message;
    const headId = `message-${message.id}`;
    return (
      <div className={styles.root}>
        {day && (
          <Separator>
            <FormattedDate value={day} weekday="long" day="numeric" month="long" year="numeric" />
          </Separator>
        )}
        {isFirstNew && <Separator fresh>{t("client.channel.new")}</Separator>}
        <article className={styles.message} aria-labelledby={headId} aria-posinset={position} aria-setsize={total}>
          <AppIcon src={author.icon} size={32} />
          <div className={styles.body}>
            <div className={styles.head}>
              <Text id={headId} weight="semibold">
                {author.name}
              </Text>
              <Text size={200} className={styles.time}>
                <time
                  dateTime={message.createdAt}
                  title={intl.formatDate(message.createdAt, { dateStyle: "full", timeStyle: "medium" })}
                >
                  <FormattedTime value={message.createdAt} />
                </time>
              </Text>
              <MessageOrigin channelId={message.channelId} configurationId={author.configurationId} />
            </div>
            <InTurn>
              <MessageBody body={message.body} summary={message.summary} message={message} />
            </InTurn>
          </div>
        </article>
      </div>
    );
  },
  (before, after) =>
    before.row.message === after.row.message &&
    before.row.day?.getTime() === after.row.day?.getTime() &&
    before.row.isFirstNew === after.row.isFirstNew &&
    before.position === after.position &&
    before.total === after.total,
);
