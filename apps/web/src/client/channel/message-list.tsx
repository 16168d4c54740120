import { makeStyles, tokens } from "@fluentui/react-components";
import { elementScroll, useVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type ReactElement,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import { readMarks } from "../../shared/unread.ts";
import type { Feed } from "./feed.ts";
import type { FeedSource } from "./feed-source.ts";
import { rowHeight } from "./in-turn.tsx";
import { JumpToNewest } from "./jump-to-newest.tsx";
import { endPixels } from "./list-end.ts";
import { ListStart } from "./list-start.tsx";
import { MessageRow } from "./message-row.tsx";
import { countAfter, timelineRows } from "./timeline.ts";
import { createTurns, TurnsContext } from "./turns.ts";
import { useListEnd } from "./use-list-end.ts";
import { useReadingPlace } from "./use-reading-place.ts";
import { useSeen } from "./use-seen.ts";

const startHeight = 56;
/** Older ones are fetched while this many rows are still above. */
const rowsAhead = 8;
/** Rows that fill a view and what is made around it, if they are small. */
const firstView = 16;

const useStyles = makeStyles({
  root: { position: "relative", flexGrow: 1, minHeight: 0 },
  scroller: {
    height: "100%",
    overflowY: "auto",
    overflowX: "hidden",
    // The list keeps its place itself, also in browsers that do not.
    overflowAnchor: "none",
    overscrollBehavior: "contain",
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  rows: { position: "relative", width: "100%", maxWidth: "1000px", marginInline: "auto" },
  row: {
    position: "absolute",
    top: 0,
    insetInlineStart: 0,
    insetInlineEnd: 0,
    ":has(.ac-choiceSetInput-filtered-dropdown-open)": { zIndex: 1 },
  },
});

interface MessageListProps {
  readonly channelId: string;
  readonly source: FeedSource;
  readonly feed: Feed;
  readonly label: string;
}

function rowStyle(start: number, size: number): CSSProperties {
  const variables: Record<string, string> = { [rowHeight]: `${size}px` };
  return { ...variables, transform: `translateY(${start}px)` };
}

/** The conversation, newest at the bottom. Only what is in view exists; what one reads stays where it is. */
export function MessageList({ channelId, source, feed, label }: MessageListProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const end = useListEnd(scroller);
  /** The newest message when the reader left the end: what came since is counted on the button. */
  const [leftAt, setLeftAt] = useState<string>();
  const [seenUpTo] = useState(() => readMarks.get().seen.get(channelId));
  const { messages } = feed;
  const rows = useMemo(() => timelineRows(messages, feed.hasOlder, seenUpTo), [messages, feed.hasOlder, seenUpTo]);
  const [turns] = useState(() => createTurns(firstView));
  const newest = messages.at(-1)?.id;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 160,
    getItemKey: useCallback((index: number) => messages[index]?.id ?? index, [messages]),
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: endPixels,
    overscan: 4,
    paddingStart: startHeight,
    paddingEnd: 16,
    scrollToFn: (offset, options, instance) => {
      end.movedByList(offset + (options.adjustments ?? 0));
      elementScroll(offset, options, instance);
    },
    // From what the list knows: asking the document how high it is would make it count anew at each step.
    onChange: ({ scrollOffset, scrollRect, getTotalSize }) =>
      setAtEnd(end.moved({ offset: scrollOffset ?? 0, total: getTotalSize(), height: scrollRect?.height ?? 0 })),
  });

  useReadingPlace(virtualizer, end);
  useLayoutEffect(() => virtualizer.scrollToEnd(), [virtualizer]);
  useLayoutEffect(() => {
    if (end.behind) virtualizer.scrollToEnd();
  });
  useEffect(() => source.setFollowing(atEnd && !feed.hasNewer), [source, atEnd, feed.hasNewer]);
  useEffect(() => setLeftAt((before) => (atEnd ? undefined : (before ?? newest))), [atEnd, newest]);
  useSeen(channelId, atEnd && !feed.hasNewer ? newest : undefined);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  useEffect(() => {
    if (first < rowsAhead) void source.loadOlder();
  }, [first, source]);

  const { older } = useObservable(source.state);
  const jump = async () => {
    await source.jumpToNewest();
    virtualizer.scrollToEnd();
    scroller.current?.focus({ preventScroll: true });
  };

  return (
    <TurnsContext value={turns}>
      <div className={styles.root}>
        <div
          ref={scroller}
          className={styles.scroller}
          role="feed"
          aria-label={label}
          aria-busy={older === "loading"}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
        >
          <div className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
            <ListStart
              height={startHeight}
              hasOlder={feed.hasOlder}
              older={older}
              onRetry={() => void source.loadOlder()}
            />
            {items.map(({ index, key, start, size }) => {
              const row = rows[index];
              return (
                row && (
                  <div
                    key={key}
                    data-index={index}
                    ref={virtualizer.measureElement}
                    className={styles.row}
                    style={rowStyle(start, size)}
                  >
                    <MessageRow row={row} position={index + 1} total={feed.hasOlder ? -1 : rows.length} />
                  </div>
                )
              );
            })}
          </div>
        </div>
        {(!atEnd || feed.hasNewer) && (
          <JumpToNewest
            label={t("client.channel.jump")}
            count={countAfter(messages, leftAt)}
            more={feed.hasNewer}
            onJump={() => void jump()}
          />
        )}
      </div>
    </TurnsContext>
  );
}
