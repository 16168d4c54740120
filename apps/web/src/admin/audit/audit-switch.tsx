import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useChangeSettings } from "../settings/settings-query.ts";

const useStyles = makeStyles({ root: { marginBlockEnd: tokens.spacingVerticalM } });

/** Says that nothing is recorded, and begins to. */
export function AuditSwitch(): ReactElement {
  const t = useText();
  const styles = useStyles();
  const change = useChangeSettings();
  return (
    <div className={styles.root}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t("admin.audit.off.title")}</MessageBarTitle>
          {t("admin.audit.off.text")}
        </MessageBarBody>
        <MessageBarActions>
          <Button disabledFocusable={change.isPending} onClick={() => change.mutate({ auditEnabled: true })}>
            {t("admin.audit.off.action")}
          </Button>
        </MessageBarActions>
      </MessageBar>
      <ProblemBar error={change.error} />
    </div>
  );
}
