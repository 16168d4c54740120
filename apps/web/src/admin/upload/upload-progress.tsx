import { Field, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef } from "react";
import { useIntl } from "react-intl";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import type { UploadStage } from "./use-upload.ts";

const useStyles = makeStyles({
  root: { paddingBlock: tokens.spacingVerticalXXL, overflowWrap: "anywhere", outlineStyle: "none" },
});

/** A package on its way, and while it is read. */
export function UploadProgress({
  stage,
}: {
  stage: Extract<UploadStage, { kind: "sending" | "checking" }>;
}): ReactElement {
  const styles = useStyles();
  const t = useText();
  const sizeOf = useSize();
  const { formatNumber } = useIntl();
  const { file } = stage;
  const sending = stage.kind === "sending";
  const root = useRef<HTMLDivElement>(null);
  // What had the focus, the button to choose a file, is gone.
  useEffect(() => root.current?.focus(), []);
  const share = sending && file.size > 0 ? stage.sent / file.size : 0;
  const what = sending
    ? t("admin.upload.sending", { file: file.name })
    : t("admin.upload.checking", { file: file.name });
  return (
    <div ref={root} tabIndex={-1} className={styles.root}>
      <Field
        validationState="none"
        validationMessage={
          sending
            ? t("admin.upload.sent", {
                share: formatNumber(share, { style: "percent" }),
                size: sizeOf(file.size),
              })
            : t("admin.upload.checkingWhat")
        }
      >
        <Text role="status">{what}</Text>
        <ProgressBar thickness="large" aria-label={what} {...(sending ? { value: share } : {})} />
      </Field>
    </div>
  );
}
