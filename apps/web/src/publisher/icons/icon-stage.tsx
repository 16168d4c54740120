import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { IconPicture } from "../engine/icon-picture.ts";
import { iconSides, layOut, stageSide } from "./stage-layout.ts";
import { StrayCanvas } from "./stray-canvas.tsx";

const useStyles = makeStyles({
  root: {
    position: "relative",
    boxSizing: "content-box",
    width: `${stageSide}px`,
    height: `${stageSide}px`,
    maxWidth: "100%",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    forcedColorAdjust: "none",
  },
  // What is transparent shows the squares.
  light: {
    backgroundImage: "repeating-conic-gradient(#e6e6e6 0% 25%, #ffffff 0% 50%)",
    backgroundSize: "20px 20px",
  },
  dark: {
    backgroundImage: "repeating-conic-gradient(#4a4a4a 0% 25%, #5c5c5c 0% 50%)",
    backgroundSize: "20px 20px",
  },
  picture: { position: "absolute", insetBlockStart: 0, left: 0, display: "block" },
  pixels: { imageRendering: "pixelated" },
  frame: {
    position: "absolute",
    insetBlockStart: 0,
    left: 0,
    boxSizing: "border-box",
    // Seen on any picture: dark red with white between its dashes.
    border: "3px dashed #c50f1f",
    boxShadow: "inset 0 0 0 1px #ffffff",
    pointerEvents: "none",
  },
});

interface IconStageProps {
  readonly picture: IconPicture;
  readonly url: string | undefined;
  /** Shows the wrong pixels in place of the icon as it is. */
  readonly marked: boolean;
}

/** An icon enlarged, against the frame that it ought to fill when it does not. */
export function IconStage({ picture, url, marked }: IconStageProps): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const { kind, reading, stray } = picture;
  const { width, height } = reading ?? { width: null, height: null };
  if (width === null || height === null || url === undefined) return null;
  const side = iconSides[kind];
  const layout = layOut(width, height, side);
  const size = { width: layout.width, height: layout.height };
  const label = kind === "color" ? t("publisher.icons.color") : t("publisher.icons.outline");
  return (
    <div className={mergeClasses(styles.root, kind === "outline" && !marked ? styles.dark : styles.light)}>
      {marked && stray !== null ? (
        <StrayCanvas
          picture={stray.picture}
          width={width}
          height={height}
          className={mergeClasses(styles.picture, styles.pixels)}
          style={size}
          label={t("publisher.icons.strayPicture", { count: stray.count })}
        />
      ) : (
        <img
          src={url}
          alt={label}
          className={mergeClasses(styles.picture, layout.scale > 2 && styles.pixels)}
          style={size}
        />
      )}
      {(width !== side || height !== side) && (
        <div className={styles.frame} style={{ width: layout.frame, height: layout.frame }} aria-hidden />
      )}
    </div>
  );
}
