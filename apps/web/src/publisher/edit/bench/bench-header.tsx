import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowDownloadRegular, ArrowUpRegular, BoxRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../../shared/language/text.ts";
import { Heading } from "../../../shared/layout/heading.tsx";
import { StaysHere } from "../../source/stays-here.tsx";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "start",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  titles: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    flexGrow: 1,
    flexBasis: "240px",
    minWidth: 0,
  },
  name: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  file: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface BenchHeaderProps {
  readonly name: string;
  /** It is in no file yet as it stands. */
  readonly isChanged: boolean;
  /** The version that the manifest can be brought to. */
  readonly newer: string | null;
  readonly onUpgrade: () => void;
  readonly onDownload: () => void;
  readonly onPack: () => void;
}

/** What is being written, and the ways to take it along. */
export function BenchHeader({ name, isChanged, newer, onUpgrade, onDownload, onPack }: BenchHeaderProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      <div className={styles.titles}>
        <div className={styles.name}>
          <Heading level={1} size={600}>
            {t("publisher.edit.title")}
          </Heading>
          <Text className={styles.file}>
            <bdi>{name}</bdi>
          </Text>
          {isChanged && (
            <Badge appearance="tint" color="informative">
              {t("publisher.edit.changed")}
            </Badge>
          )}
        </div>
        <StaysHere />
      </div>
      <div className={styles.actions}>
        {newer !== null && (
          <Button icon={<ArrowUpRegular />} onClick={onUpgrade}>
            {t("publisher.edit.upgrade.open.action", { version: newer })}
          </Button>
        )}
        <Button icon={<ArrowDownloadRegular />} onClick={onDownload}>
          {t("publisher.edit.download")}
        </Button>
        <Button appearance="primary" icon={<BoxRegular />} onClick={onPack}>
          {t("publisher.edit.pack")}
        </Button>
      </div>
    </div>
  );
}
