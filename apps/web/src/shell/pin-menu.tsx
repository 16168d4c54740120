import { Menu, MenuItem, MenuItemLink, MenuList, MenuPopover } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, InfoRegular, PinOffRegular } from "@fluentui/react-icons";
import { useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import type { PinnedApp } from "../shared/my-apps.ts";

/** Where a pin can be moved to. */
export interface PinOrder {
  readonly up?: () => void;
  readonly down?: () => void;
}

interface PinMenuProps {
  readonly item: PinnedApp;
  readonly target: HTMLElement;
  readonly order: PinOrder;
  readonly onUnpin: () => void;
  readonly onClose: () => void;
}

/** What can be done with a pinned app. */
export function PinMenu({ item, target, order, onUnpin, onClose }: PinMenuProps): ReactElement {
  const t = useText();
  const router = useRouter();
  const about = router.buildLocation({ to: "/apps/$appId", params: { appId: item.app.id } }).href;
  return (
    <Menu
      open
      positioning={{ target, position: "after", align: "top" }}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <MenuPopover>
        <MenuList aria-label={item.app.displayName}>
          <MenuItemLink
            href={about}
            icon={<InfoRegular />}
            onClick={(event) => {
              event.preventDefault();
              router.history.push(about);
            }}
          >
            {t("shell.bar.about")}
          </MenuItemLink>
          {order.up && (
            <MenuItem icon={<ArrowUpRegular />} onClick={order.up}>
              {t("shell.bar.up")}
            </MenuItem>
          )}
          {order.down && (
            <MenuItem icon={<ArrowDownRegular />} onClick={order.down}>
              {t("shell.bar.down")}
            </MenuItem>
          )}
          {item.mayUnpin && (
            <MenuItem icon={<PinOffRegular />} onClick={onUnpin}>
              {t("shell.bar.unpin")}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
