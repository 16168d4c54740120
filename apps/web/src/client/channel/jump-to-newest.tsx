import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowDownRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({
  place: {
    position: "absolute",
    insetBlockEnd: tokens.spacingVerticalL,
    insetInline: 0,
    display: "flex",
    justifyContent: "center",
    pointerEvents: "none",
  },
  button: { pointerEvents: "auto", boxShadow: tokens.shadow8 },
});

interface JumpToNewestProps {
  readonly label: string;
  /** Messages that came since the reader left the end. */
  readonly count: number;
  /** There are more than these. */
  readonly more: boolean;
  readonly onJump: () => void;
}

export function JumpToNewest({ label, count, more, onJump }: JumpToNewestProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const words = more ? t("client.channel.manyNew") : count > 0 ? t("client.channel.newCount", { count }) : label;
  return (
    <div className={styles.place}>
      <Button
        shape="circular"
        appearance={count > 0 || more ? "primary" : "secondary"}
        icon={<ArrowDownRegular />}
        className={styles.button}
        onClick={onJump}
      >
        {words}
      </Button>
    </div>
  );
}
