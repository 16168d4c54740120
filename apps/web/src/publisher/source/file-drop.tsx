import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type DragEvent, type ReactElement, type ReactNode, useRef, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { ChoiceFaultBar } from "./choice-fault-bar.tsx";
import { filesOfFolder, heldIn, readHeld } from "./dropped-files.ts";
import type { PackageSource } from "./package-source.ts";
import { type ChoiceFault, sourceFrom } from "./source-from-files.ts";

const useStyles = makeStyles({
  root: { position: "relative", borderRadius: tokens.borderRadiusLarge },
  // Drawn over what is there, so that nothing moves under the pointer.
  over: {
    "::after": {
      content: '""',
      position: "absolute",
      inset: `calc(-1 * ${tokens.spacingHorizontalS})`,
      zIndex: 1,
      borderRadius: tokens.borderRadiusLarge,
      outlineStyle: "dashed",
      outlineWidth: tokens.strokeWidthThick,
      outlineColor: tokens.colorBrandStroke1,
      backgroundColor: tokens.colorBrandBackground2,
      opacity: 0.5,
      pointerEvents: "none",
    },
  },
  input: { display: "none" },
});

export interface Choosing {
  /** Something is held over the place to drop it. */
  readonly over: boolean;
  readonly chooseFile: () => void;
  readonly chooseFolder: () => void;
}

interface FileDropProps {
  readonly onChoose: (source: PackageSource) => void;
  readonly className?: string;
  readonly children: (choosing: Choosing) => ReactNode;
}

/** Where a package, a manifest or a folder is dropped; buttons inside are the other way to choose one. */
export function FileDrop({ onChoose, className, children }: FileDropProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<ChoiceFault>();

  function take(found: PackageSource | ChoiceFault): void {
    setFault(typeof found === "string" ? found : undefined);
    if (typeof found !== "string") onChoose(found);
  }

  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const dropped = await readHeld(heldIn(event.dataTransfer)).catch(() => "nothing" as const);
    take(typeof dropped === "string" ? dropped : sourceFrom(dropped.files, dropped.folder));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons are the first
    <div
      className={mergeClasses(styles.root, over && styles.over, className)}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => void drop(event)}
    >
      <ChoiceFaultBar fault={fault} />
      {children({ over, chooseFile: () => file.current?.click(), chooseFolder: () => folder.current?.click() })}
      <input
        ref={file}
        type="file"
        multiple
        className={styles.input}
        aria-label={t("publisher.choose.file")}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file again, mended meanwhile, is a change too.
          event.target.value = "";
          take(sourceFrom(files.map((each) => ({ path: each.name, blob: each }))));
        }}
      />
      <input
        ref={(element) => {
          if (element !== null) element.webkitdirectory = true;
          folder.current = element;
        }}
        type="file"
        className={styles.input}
        aria-label={t("publisher.choose.folder")}
        onChange={(event) => {
          const chosen = event.target.files === null ? undefined : filesOfFolder(event.target.files);
          event.target.value = "";
          take(chosen === undefined ? "nothing" : sourceFrom(chosen.files, chosen.folder));
        }}
      />
    </div>
  );
}
