import { Button, makeStyles, mergeClasses, shorthands, Text, tokens } from "@fluentui/react-components";
import { BoxCheckmarkRegular, DocumentAddRegular, FolderOpenRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { FileDrop } from "./file-drop.tsx";
import type { PackageSource } from "./package-source.ts";

const useStyles = makeStyles({
  zone: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: "center",
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border(tokens.strokeWidthThick, "dashed", tokens.colorNeutralStroke1),
  },
  compact: { padding: tokens.spacingHorizontalL, height: "100%", boxSizing: "border-box" },
  icon: { display: "flex", color: tokens.colorBrandForeground1, "& svg": { width: "40px", height: "40px" } },
  buttons: { display: "flex", flexWrap: "wrap", justifyContent: "center", gap: tokens.spacingHorizontalM },
  hint: { color: tokens.colorNeutralForeground3, textAlign: "inherit" },
});

interface ChooseSourceProps {
  /** What to drop here, for example "Drop the version in use". */
  readonly title: string;
  readonly hint?: string;
  readonly onChoose: (source: PackageSource) => void;
  /** One of two beside each other. */
  readonly compact?: boolean;
}

/** A place to drop a package on, with buttons for who does not drag. */
export function ChooseSource({ title, hint, onChoose, compact = false }: ChooseSourceProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <FileDrop onChoose={onChoose}>
      {({ chooseFile, chooseFolder }) => (
        <div className={mergeClasses(styles.zone, compact && styles.compact)}>
          <span className={styles.icon} aria-hidden>
            <BoxCheckmarkRegular />
          </span>
          <Text size={compact ? 300 : 400} weight="semibold">
            {title}
          </Text>
          <div className={styles.buttons}>
            <Button appearance={compact ? "secondary" : "primary"} icon={<DocumentAddRegular />} onClick={chooseFile}>
              {t("publisher.choose.file")}
            </Button>
            <Button icon={<FolderOpenRegular />} onClick={chooseFolder}>
              {t("publisher.choose.folder")}
            </Button>
          </div>
          {hint && (
            <Text size={200} className={styles.hint}>
              {hint}
            </Text>
          )}
        </div>
      )}
    </FileDrop>
  );
}
