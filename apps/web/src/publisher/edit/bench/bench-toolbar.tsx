import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Select,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  tokens,
} from "@fluentui/react-components";
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  BracesVariableRegular,
  ChevronDownRegular,
  SearchRegular,
  TextAlignLeftRegular,
} from "@fluentui/react-icons";
import type { AppKind, Target } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../../../shared/language/text.ts";
import { narrow } from "../../../shared/layout/narrow.ts";

const useStyles = makeStyles({
  root: { flexWrap: "wrap", padding: 0, gap: tokens.spacingHorizontalXXS },
  target: { marginInlineStart: "auto", [narrow]: { marginInlineStart: 0 } },
});

export interface BenchCommands {
  readonly onOpenFile: () => void;
  readonly onOpenFolder: () => void;
  readonly onBegin: (kind: AppKind) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onFind: () => void;
  readonly onFormat: () => void;
  readonly onPlaceholders: () => void;
  readonly onTarget: (target: Target) => void;
}

interface BenchToolbarProps extends BenchCommands {
  readonly target: Target;
  /** How many placeholders the manifest has. */
  readonly placeholders: number;
}

/** What can be done with the text. */
export function BenchToolbar({ target, placeholders, ...on }: BenchToolbarProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  return (
    <Toolbar className={styles.root} aria-label={t("publisher.edit.tools")}>
      <FileMenu {...on} />
      <ToolbarDivider />
      <Tool label={t("publisher.edit.undo")} icon={<ArrowUndoRegular />} onPress={on.onUndo} />
      <Tool label={t("publisher.edit.redo")} icon={<ArrowRedoRegular />} onPress={on.onRedo} />
      <Tool label={t("publisher.edit.find")} icon={<SearchRegular />} onPress={on.onFind} />
      <Tool label={t("publisher.edit.format")} icon={<TextAlignLeftRegular />} onPress={on.onFormat} />
      {placeholders > 0 && (
        <ToolbarButton icon={<BracesVariableRegular />} onClick={on.onPlaceholders}>
          {t("publisher.edit.placeholders", { count: placeholders })}
        </ToolbarButton>
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
    </Toolbar>
  );
}

function Tool({ label, icon, onPress }: { label: string; icon: ReactElement; onPress: () => void }): ReactElement {
  return <ToolbarButton icon={icon} aria-label={label} title={label} onClick={onPress} />;
}

function FileMenu(on: BenchCommands): ReactElement {
  const t = useText();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size="small" appearance="subtle" iconPosition="after" icon={<ChevronDownRegular />}>
          {t("publisher.edit.file")}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={on.onOpenFile}>{t("publisher.edit.openFile")}</MenuItem>
          <MenuItem onClick={on.onOpenFolder}>{t("publisher.edit.openFolder")}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={() => on.onBegin("connector")}>{t("publisher.edit.begin.connector")}</MenuItem>
          <MenuItem onClick={() => on.onBegin("tab")}>{t("publisher.edit.begin.tab")}</MenuItem>
          <MenuItem onClick={() => on.onBegin("bot")}>{t("publisher.edit.begin.bot")}</MenuItem>
          <MenuDivider />
          <MenuItem onClick={on.onClose}>{t("publisher.edit.close")}</MenuItem>
          <MenuItem onClick={on.onDiscard}>{t("publisher.edit.discard")}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
