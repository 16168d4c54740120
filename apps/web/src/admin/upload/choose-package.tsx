import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  shorthands,
  Text,
  tokens,
} from "@fluentui/react-components";
import { BoxArrowUpRegular } from "@fluentui/react-icons";
import { type DragEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useSize } from "../../shared/file-size.ts";
import { useText } from "../../shared/language/text.ts";
import { filesOf, largestPackage, type Unsendable, whyUnsendable } from "./offered-file.ts";

const useStyles = makeStyles({
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    borderRadius: tokens.borderRadiusLarge,
    ...shorthands.border(tokens.strokeWidthThick, "dashed", tokens.colorNeutralStroke1),
  },
  over: { ...shorthands.borderColor(tokens.colorBrandStroke1), backgroundColor: tokens.colorBrandBackground2 },
  icon: { display: "flex", color: tokens.colorBrandForeground1, "& svg": { width: "40px", height: "40px" } },
  hint: { color: tokens.colorNeutralForeground3 },
  input: { display: "none" },
});

interface ChoosePackageProps {
  readonly onChoose: (file: File) => void;
  /** Takes the focus when it appears: the person was here before. */
  readonly focus: boolean;
}

/** Where a package is chosen, or dropped. */
export function ChoosePackage({ onChoose, focus }: ChoosePackageProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const sizeOf = useSize();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<{ why: Unsendable; size: number }>();
  useEffect(() => {
    if (focus) button.current?.focus();
  }, [focus]);

  function offer(files: readonly File[], folder: boolean): void {
    const [file] = files;
    const why = whyUnsendable(files, folder);
    setFault(why === undefined ? undefined : { why, size: file?.size ?? 0 });
    if (why === undefined && file !== undefined) onChoose(file);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const { files, folder } = filesOf(event.dataTransfer);
    offer(files, folder);
  }

  const faults = {
    "too-large": t("admin.upload.tooLarge", { size: sizeOf(fault?.size ?? 0), most: sizeOf(largestPackage) }),
    several: t("admin.upload.several"),
    folder: t("admin.upload.folder"),
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className={mergeClasses(styles.zone, over && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <span className={styles.icon} aria-hidden>
          <BoxArrowUpRegular />
        </span>
        <Text>{t("admin.upload.drop")}</Text>
        <Button
          ref={(element: HTMLButtonElement | null) => {
            button.current = element;
          }}
          appearance="primary"
          onClick={() => input.current?.click()}
        >
          {t("admin.upload.choose")}
        </Button>
        <Text size={200} className={styles.hint}>
          {t("admin.upload.hint", { most: sizeOf(largestPackage) })}
        </Text>
        <input
          ref={input}
          type="file"
          accept=".zip,application/zip"
          className={styles.input}
          aria-label={t("admin.upload.choose")}
          onChange={(event) => {
            offer([...(event.target.files ?? [])], false);
            // The same file again, mended meanwhile, is a change too.
            event.target.value = "";
          }}
        />
      </div>
      {fault !== undefined && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{faults[fault.why]}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
