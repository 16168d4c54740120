import { Button, Divider, makeStyles, Select, tokens } from "@fluentui/react-components";
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  BracesVariableRegular,
  ChevronDownRegular,
  SearchRegular,
  TextAlignLeftRegular,
} from "@fluentui/react-icons";
import type { Target } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../../../shared/language/text.ts";
import { LazyMenu, menuSource } from "../../../shared/layout/lazy-menu.tsx";
import type { FileCommands } from "./file-menu.tsx";

const fileMenu = menuSource<FileCommands>(async () => (await import("./file-menu.tsx")).FileMenu);

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalXXS },
  divider: { flexGrow: 0, minHeight: "20px", marginInline: tokens.spacingHorizontalXS },
  target: { marginInlineStart: "auto" },
});

interface BenchToolbarProps {
  readonly target: Target;
  /** How many placeholders the manifest has. */
  readonly placeholders: number;
  readonly file: FileCommands;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onFind: () => void;
  readonly onFormat: () => void;
  readonly onPlaceholders: () => void;
  readonly onTarget: (target: Target) => void;
}

/** What can be done with the text. */
export function BenchToolbar({ target, placeholders, file, ...on }: BenchToolbarProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" className={styles.root} aria-label={t("publisher.edit.tools")}>
      <LazyMenu
        menu={fileMenu}
        menuProps={file}
        size="small"
        appearance="subtle"
        iconPosition="after"
        icon={<ChevronDownRegular />}
      >
        {t("publisher.edit.file")}
      </LazyMenu>
      <Divider vertical className={styles.divider} />
      <Tool label={t("publisher.edit.undo")} icon={<ArrowUndoRegular />} onPress={on.onUndo} />
      <Tool label={t("publisher.edit.redo")} icon={<ArrowRedoRegular />} onPress={on.onRedo} />
      <Tool label={t("publisher.edit.find")} icon={<SearchRegular />} onPress={on.onFind} />
      <Tool label={t("publisher.edit.format")} icon={<TextAlignLeftRegular />} onPress={on.onFormat} />
      {placeholders > 0 && (
        <Button size="small" appearance="subtle" icon={<BracesVariableRegular />} onClick={on.onPlaceholders}>
          {t("publisher.edit.placeholders", { count: placeholders })}
        </Button>
      )}
      <Select
        className={styles.target}
        size="small"
        aria-label={t("publisher.edit.rules")}
        value={target}
        onChange={(_, { value }) => on.onTarget(value === "store" ? "store" : "organization")}
      >
        <option value="organization">{t("publisher.edit.rules.organization")}</option>
        <option value="store">{t("publisher.edit.rules.store")}</option>
      </Select>
    </div>
  );
}

function Tool({ label, icon, onPress }: { label: string; icon: ReactElement; onPress: () => void }): ReactElement {
  return <Button size="small" appearance="subtle" icon={icon} aria-label={label} title={label} onClick={onPress} />;
}
