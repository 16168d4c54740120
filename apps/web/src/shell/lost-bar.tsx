import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";

export function LostBar(): ReactElement {
  const t = useText();
  return (
    <MessageBar intent="warning" shape="square">
      <MessageBarBody>{t("shell.live.lost")}</MessageBarBody>
    </MessageBar>
  );
}
