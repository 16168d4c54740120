import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from "@fluentui/react-components";
import { ChevronDownRegular, DocumentAddRegular, FolderOpenRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { Choosing } from "./file-drop.tsx";

interface ChooseMenuProps {
  readonly label: string;
  readonly choosing: Choosing;
  readonly size?: "small" | "medium";
}

/** Chooses something else in place of what is there. */
export function ChooseMenu({ label, choosing, size = "medium" }: ChooseMenuProps): ReactElement {
  const t = useText();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button size={size} icon={<ChevronDownRegular />} iconPosition="after">
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<DocumentAddRegular />} onClick={choosing.chooseFile}>
            {t("publisher.choose.file")}
          </MenuItem>
          <MenuItem icon={<FolderOpenRegular />} onClick={choosing.chooseFolder}>
            {t("publisher.choose.folder")}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
