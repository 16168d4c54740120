import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import type { AppKind } from "@parvis/manifest";
import type { ReactElement } from "react";
import { useText } from "../../../shared/language/text.ts";

export interface FileCommands {
  readonly onOpenFile: () => void;
  readonly onOpenFolder: () => void;
  readonly onBegin: (kind: AppKind) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Other things to edit. Opens at once when it comes onto the page (shared/layout/lazy-menu.tsx). */
export function FileMenu({ button, ...on }: FileCommands & { button: ReactElement }): ReactElement {
  const t = useText();
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>{button}</MenuTrigger>
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
