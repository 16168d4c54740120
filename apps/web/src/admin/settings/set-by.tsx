import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({ root: { color: tokens.colorNeutralForeground3 } });

interface SetByProps {
  readonly setBy: string | null;
  /** Null for what nobody has set. */
  readonly setAt: string | null;
}

/** Who set something, and when. */
export function SetBy({ setBy, setAt }: SetByProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const date = setAt === null ? null : formatDate(setAt, { dateStyle: "medium", timeStyle: "short" });
  return (
    <Text size={200} className={styles.root}>
      {date === null
        ? t("admin.setBy.nobody")
        : setBy === null
          ? t("admin.setBy.system", { date })
          : t("admin.setBy.person", { name: setBy, date })}
    </Text>
  );
}
