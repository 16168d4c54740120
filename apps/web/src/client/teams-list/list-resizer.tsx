import { makeStyles, tokens } from "@fluentui/react-components";
import type { KeyboardEvent, PointerEvent, ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { clampListWidth, leastListWidth, mostListWidth } from "./list-width.ts";

const step = 16;

const useStyles = makeStyles({
  root: {
    position: "absolute",
    insetBlock: 0,
    insetInlineEnd: "-4px",
    width: "8px",
    zIndex: 1,
    cursor: "col-resize",
    touchAction: "none",
    "::after": { content: '""', position: "absolute", insetBlock: 0, insetInlineStart: "3px", width: "2px" },
    ":hover::after": { backgroundColor: tokens.colorNeutralStroke1Hover },
    ":focus-visible": { outline: "none" },
    ":focus-visible::after": { backgroundColor: tokens.colorStrokeFocus2 },
  },
});

/** Between the list and the page: dragged, or moved with the arrow keys. */
export function ListResizer({ width, onResize }: { width: number; onResize: (width: number) => void }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const towardsEnd = () => (document.documentElement.dir === "rtl" ? -1 : 1);

  function drag(event: PointerEvent<HTMLDivElement>): void {
    const handle = event.currentTarget;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent) =>
      onResize(clampListWidth(width + (moved.clientX - from) * towardsEnd()));
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), {
      once: true,
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = {
      ArrowLeft: -step * towardsEnd(),
      ArrowRight: step * towardsEnd(),
      Home: -mostListWidth,
      End: mostListWidth,
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    onResize(clampListWidth(width + move));
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t("client.teams.resize")}
      aria-valuenow={width}
      aria-valuemin={leastListWidth}
      aria-valuemax={mostListWidth}
      tabIndex={0}
      className={styles.root}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  );
}
