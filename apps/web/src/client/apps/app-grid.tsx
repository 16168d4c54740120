import { Button, makeStyles, Skeleton, SkeletonItem, Text, tokens } from "@fluentui/react-components";
import type { InferResponseType } from "hono/client";
import { type ReactElement, useEffect, useRef } from "react";
import type { api } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import { AppCard } from "./app-card.tsx";

export type AppItem = InferResponseType<typeof api.apps.$get, 200>["items"][number];

const useStyles = makeStyles({
  grid: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 260px), 1fr))",
    gap: tokens.spacingHorizontalL,
    listStyleType: "none",
    margin: 0,
    padding: 0,
  },
  // What is out of view is not laid out: a long list costs what is seen of it.
  item: { contentVisibility: "auto", containIntrinsicSize: "auto 148px", display: "flex" },
  more: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalXL,
  },
  bones: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface AppGridProps {
  readonly apps: readonly AppItem[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly failed: boolean;
  readonly onMore: () => void;
}

/** Apps as cards; more come when the end is near. */
export function AppGrid({ apps, hasMore, loadingMore, failed, onMore }: AppGridProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  const wantsMore = hasMore && !loadingMore && !failed;
  useEffect(() => {
    if (!wantsMore || end.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && more.current(),
      { rootMargin: "400px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [wantsMore]);
  return (
    <>
      <ul className={styles.grid}>
        {apps.map((app) => (
          <li key={app.id} className={styles.item}>
            <AppCard app={app} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <div ref={end} className={styles.more}>
          {failed && <Text>{t("client.apps.moreFailed")}</Text>}
          <Button onClick={onMore} disabledFocusable={loadingMore}>
            {failed ? t("shared.tryAgain") : loadingMore ? t("shared.loading") : t("client.apps.more")}
          </Button>
        </div>
      )}
    </>
  );
}

export function AppGridSkeleton(): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Skeleton aria-label={t("shared.loading")} className={styles.grid}>
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards stand for nothing yet
        <div key={index} className={styles.bones}>
          <SkeletonItem shape="square" size={48} />
          <SkeletonItem />
          <SkeletonItem style={{ width: "60%" }} />
        </div>
      ))}
    </Skeleton>
  );
}
