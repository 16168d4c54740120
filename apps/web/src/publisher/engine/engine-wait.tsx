import { Button, Field, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { useText } from "../../shared/language/text.ts";
import type { Progress } from "./engine-protocol.ts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "start",
    gap: tokens.spacingVerticalL,
    maxWidth: "480px",
    paddingBlock: tokens.spacingVerticalXXXL,
    marginInline: "auto",
  },
  field: { width: "100%" },
});

interface EngineWaitProps {
  readonly progress: Progress | undefined;
  readonly onCancel: () => void;
}

/** While the engine works noticeably long: what it does, how far it is, and the way out. */
export function EngineWait({ progress, onCancel }: EngineWaitProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatNumber } = useIntl();
  const reading = progress?.stage === "reading" && progress.total > 0;
  const share = reading ? progress.done / progress.total : undefined;
  const label = reading ? t("publisher.wait.reading") : t("publisher.wait.judging");
  return (
    <Delayed>
      <div className={styles.root} role="status">
        <Field
          className={styles.field}
          label={label}
          validationState="none"
          validationMessage={share === undefined ? null : formatNumber(share, { style: "percent" })}
        >
          <ProgressBar thickness="large" {...(share === undefined ? {} : { value: share })} />
        </Field>
        <Button onClick={onCancel}>{t("shared.cancel")}</Button>
      </div>
    </Delayed>
  );
}
