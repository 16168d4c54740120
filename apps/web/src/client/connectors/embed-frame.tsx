import { makeStyles, mergeClasses, Skeleton, SkeletonItem, shorthands, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { HostedPage } from "./use-hosted-page.ts";

const useStyles = makeStyles({
  root: { position: "relative", height: "min(55vh, 480px)", marginBlockStart: tokens.spacingVerticalM },
  fill: { height: "100%", marginBlockStart: 0 },
  place: { height: "100%" },
  whole: { ...shorthands.borderStyle("none"), borderRadius: 0 },
  frame: {
    display: "block",
    width: "100%",
    height: "100%",
    boxSizing: "border-box",
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.border(tokens.strokeWidthThin, "solid", tokens.colorNeutralStroke2),
    backgroundColor: tokens.colorNeutralBackground1,
  },
  waiting: { visibility: "hidden" },
  skeleton: { position: "absolute", inset: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

interface EmbedFrameProps {
  readonly page: HostedPage;
  /** Address of our document. */
  readonly src: string;
  /** As high as there is room. */
  readonly fill?: boolean;
  readonly title: string;
}

/** Our own document (embed.html), which hosts the publisher's page one frame deeper. */
export function EmbedFrame({ page, src, title, fill = false }: EmbedFrameProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={mergeClasses(styles.root, fill && styles.fill)}>
      {!page.started && page.problem === undefined && (
        <Skeleton className={styles.skeleton} aria-label={t("shared.loading")}>
          <SkeletonItem size={24} />
          <SkeletonItem size={16} />
          <SkeletonItem size={16} />
        </Skeleton>
      )}
      {/* Keyed around the frame, and not the frame itself: what parkFrame has moved away React cannot remove. */}
      <div key={page.attempt} className={styles.place}>
        <iframe
          ref={page.frame}
          src={src}
          title={title}
          className={mergeClasses(styles.frame, fill && styles.whole, !page.started && styles.waiting)}
          onLoad={page.onLoad}
        />
      </div>
    </div>
  );
}
