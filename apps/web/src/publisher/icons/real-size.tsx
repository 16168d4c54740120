import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { IconPicture } from "../engine/icon-picture.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "end", gap: tokens.spacingHorizontalL },
  one: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  ground: {
    display: "flex",
    width: "fit-content",
    maxWidth: "200px",
    maxHeight: "200px",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    forcedColorAdjust: "none",
    "& img": { display: "block" },
  },
  padded: { padding: tokens.spacingHorizontalM },
  caption: { color: tokens.colorNeutralForeground3 },
});

/** What manifests without a colour of their own are shown on. */
const usualAccent = "#5b5fc7";

interface RealSizeProps {
  readonly picture: IconPicture;
  readonly url: string;
  readonly accentColor: string | null;
}

/** The icon as it is on the screen: pixel for pixel, an outline icon on the accent colour that clients put behind it. */
export function RealSize({ picture, url, accentColor }: RealSizeProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { kind, reading } = picture;
  const accent = accentColor !== null && /^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : usualAccent;
  const image = <img src={url} alt="" width={reading?.width ?? undefined} height={reading?.height ?? undefined} />;
  if (kind === "color") {
    return (
      <div className={styles.root}>
        <Shown caption={t("publisher.icons.realSize")}>{image}</Shown>
        <Shown caption={t("publisher.icons.inLists")}>
          <img src={url} alt="" width={32} height={32} />
        </Shown>
      </div>
    );
  }
  return (
    <div className={styles.root}>
      <Shown caption={t("publisher.icons.onAccent", { color: accent })} color={accent}>
        {image}
      </Shown>
      <Shown caption={t("publisher.icons.onDark")} color="#1f1f1f">
        {image}
      </Shown>
    </div>
  );
}

function Shown({
  caption,
  color,
  children,
}: {
  caption: string;
  color?: string;
  children: ReactElement;
}): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.one}>
      <div
        className={color === undefined ? styles.ground : `${styles.ground} ${styles.padded}`}
        style={{ backgroundColor: color }}
      >
        {children}
      </div>
      <Text size={200} className={styles.caption}>
        {caption}
      </Text>
    </div>
  );
}
