import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({ reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL } });

interface WhyAskedProps {
  /** What runs. */
  readonly version: string;
  readonly update: { readonly reasons: readonly { readonly pointer: string; readonly message: string }[] } | null;
  /** Said instead where consent was withdrawn. */
  readonly withdrawn: string | undefined;
}

/** Why somebody is asked to agree again to an app that they have. */
export function WhyAsked({ version, update, withdrawn }: WhyAskedProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{withdrawn ?? t("client.upgrade.why", { version })}</MessageBarTitle>
        {withdrawn === undefined && (
          <ul className={styles.reasons}>
            {update?.reasons.map(({ pointer, message }) => (
              <li key={message + pointer}>{message}</li>
            ))}
          </ul>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
