import { makeStyles, tokens } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { LazyMenu, menuSource } from "../../shared/layout/lazy-menu.tsx";
import type { OriginPopoverProps } from "./origin-popover.tsx";

const popover = menuSource<OriginPopoverProps>(async () => (await import("./origin-popover.tsx")).OriginPopover);

const useStyles = makeStyles({
  button: { minWidth: "24px", width: "24px", height: "24px", padding: 0, color: tokens.colorNeutralForeground3 },
});

/** "Why am I seeing this?": which connector posted a message, and who configured it. */
export function MessageOrigin(about: OriginPopoverProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <LazyMenu
      menu={popover}
      menuProps={about}
      popup="dialog"
      appearance="transparent"
      size="small"
      className={styles.button}
      icon={<QuestionCircleRegular />}
      aria-label={t("client.origin.why")}
      title={t("client.origin.why")}
    />
  );
}
