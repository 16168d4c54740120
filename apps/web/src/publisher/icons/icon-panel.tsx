import { Badge, makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { ImageOffRegular } from "@fluentui/react-icons";
import type { Finding } from "@parvis/manifest";
import { type ReactElement, useState } from "react";
import { useSize } from "../../shared/file-size.ts";
import { SeverityIcon } from "../../shared/findings/severity-icon.tsx";
import { type TextOf, useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { Facts } from "../check/facts.tsx";
import type { IconPicture } from "../engine/icon-picture.ts";
import { useBlobUrl } from "../source/use-blob-url.ts";
import { findingsOfIcon } from "./findings-of-icon.ts";
import { IconStage } from "./icon-stage.tsx";
import { RealSize } from "./real-size.tsx";
import { iconSides } from "./stage-layout.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, minWidth: 0 },
  top: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  missing: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    justifyContent: "center",
    gap: tokens.spacingVerticalS,
    width: "320px",
    maxWidth: "100%",
    height: "160px",
    textAlign: "center",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    "& svg": { width: "32px", height: "32px" },
  },
  faults: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    "& li": { display: "flex", gap: tokens.spacingHorizontalS },
  },
  words: { overflowWrap: "anywhere", minWidth: 0 },
});

interface IconPanelProps {
  readonly picture: IconPicture;
  readonly accentColor: string | null;
  readonly findings: readonly Finding[];
}

/** One icon: enlarged and at its real size, what it ought to be, and what is wrong with it. */
export function IconPanel({ picture, accentColor, findings }: IconPanelProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const sizeText = useSize();
  const url = useBlobUrl(picture.bytes);
  const { kind, declared, reading, stray } = picture;
  const [marked, setMarked] = useState(true);
  const faults = findingsOfIcon(findings, picture);
  const side = iconSides[kind];
  const drawn = url !== undefined && reading !== null && reading.width !== null && reading.state === "ok";
  return (
    <section className={styles.root} aria-labelledby={`icon-${kind}`}>
      <div className={styles.top}>
        <Heading level={2} size={400} id={`icon-${kind}`}>
          {kind === "color" ? t("publisher.icons.color") : t("publisher.icons.outline")}
        </Heading>
        <Badge appearance="tint" color={badgeColor(faults)}>
          {faults.length === 0 ? t("publisher.icons.good") : t("publisher.icons.faults", { count: faults.length })}
        </Badge>
      </div>
      {drawn ? (
        <IconStage picture={picture} url={url} marked={marked && stray !== null} />
      ) : (
        <div className={styles.missing}>
          <ImageOffRegular aria-hidden />
          <Text>{stateText(picture, t)}</Text>
        </div>
      )}
      {stray !== null && (
        <Switch
          checked={marked}
          onChange={(_, data) => setMarked(data.checked)}
          label={t("publisher.icons.mark", { count: stray.count })}
        />
      )}
      {drawn && <RealSize picture={picture} url={url} accentColor={accentColor} />}
      <Facts
        facts={[
          [t("publisher.icons.file"), declared ?? t("publisher.icons.undeclared")],
          ...(reading === null
            ? []
            : [
                [
                  t("publisher.icons.size"),
                  reading.width === null
                    ? t("publisher.icons.unknown")
                    : t("publisher.icons.pixels", { width: reading.width, height: reading.height ?? 0 }),
                ] as const,
              ]),
          [t("publisher.icons.expected"), t("publisher.icons.pixels", { width: side, height: side })],
          ...(reading === null ? [] : [[t("publisher.icons.weight"), sizeText(reading.byteLength)] as const]),
        ]}
      />
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.map((fault) => (
            <li key={`${fault.rule} ${fault.message}`}>
              <SeverityIcon severity={fault.severity} />
              <Text className={styles.words}>
                {fault.message} {fault.fix}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function badgeColor(faults: readonly Finding[]): "success" | "danger" | "warning" | "informative" {
  if (faults.length === 0) return "success";
  if (faults.some(({ severity }) => severity === "error")) return "danger";
  return faults.some(({ severity }) => severity === "warning") ? "warning" : "informative";
}

/** Why there is nothing to draw. */
function stateText({ declared, reading }: IconPicture, t: TextOf): string {
  if (declared === null) return t("publisher.icons.undeclared");
  if (reading === null) return t("publisher.icons.missing");
  if (reading.state === "too-large") return t("publisher.icons.tooLarge");
  return reading.state === "not-png" ? t("publisher.icons.notPng") : t("publisher.icons.damaged");
}
