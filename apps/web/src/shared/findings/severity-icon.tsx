import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleFilled, LightbulbFilled, WarningFilled } from "@fluentui/react-icons";
import type { Severity } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../language/text.ts";

const useStyles = makeStyles({
  icon: { display: "inline-flex", flexShrink: 0, "& svg": { width: "20px", height: "20px" } },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  suggestion: { color: tokens.colorBrandForeground1 },
});

const icons = { error: ErrorCircleFilled, warning: WarningFilled, suggestion: LightbulbFilled };

/** How grave a finding is, to see and to hear. */
export function SeverityIcon({ severity }: { severity: Severity }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const names = {
    error: t("shared.findings.error"),
    warning: t("shared.findings.warning"),
    suggestion: t("shared.findings.suggestion"),
  };
  const Icon = icons[severity];
  return (
    <span className={mergeClasses(styles.icon, styles[severity])} role="img" aria-label={names[severity]}>
      <Icon aria-hidden />
    </span>
  );
}
