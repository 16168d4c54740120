import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { FeedState } from "./feed-source.ts";

const useStyles = makeStyles({
  root: {
    position: "absolute",
    top: 0,
    insetInline: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground3,
  },
});

interface ListStartProps {
  readonly height: number;
  readonly hasOlder: boolean;
  readonly older: FeedState["older"];
  readonly onRetry: () => void;
}

/** Above the oldest message: that older ones are on their way, did not come, or that there are none. */
export function ListStart({ height, hasOlder, older, onRetry }: ListStartProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root} style={{ height }}>
      {older === "failed" ? (
        <>
          <Text size={200}>{t("client.channel.olderFailed")}</Text>
          <Button size="small" onClick={onRetry}>
            {t("shared.tryAgain")}
          </Button>
        </>
      ) : (
        <Text size={200}>{hasOlder ? t("client.channel.olderComing") : t("client.channel.beginning")}</Text>
      )}
    </div>
  );
}
