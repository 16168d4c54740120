import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { usePressProblem } from "./press-problem.ts";

const useStyles = makeStyles({
  failure: { margin: tokens.spacingHorizontalM, overflowWrap: "anywhere" },
});

interface PressFailureProps {
  readonly error: unknown;
  /** Of the button. */
  readonly title: string;
  readonly onDismiss: () => void;
}

/** Why a press came to nothing. */
export function PressFailure({ error, title, onDismiss }: PressFailureProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const problem = usePressProblem()(error);
  return (
    <MessageBar intent="error" layout="multiline" role="alert" className={styles.failure}>
      <MessageBarBody>
        <MessageBarTitle>{t("client.card.failed", { button: title })}</MessageBarTitle> {problem.text}
        {problem.said !== undefined && (
          <Text block italic>
            {problem.said}
          </Text>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t("client.card.dismiss")}
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}
