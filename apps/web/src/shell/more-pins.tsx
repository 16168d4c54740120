import {
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
} from "@fluentui/react-components";
import { MoreHorizontalRegular } from "@fluentui/react-icons";
import { useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";
import type { PinnedApp } from "../shared/my-apps.ts";
import { AppIcon } from "../shared/parts/app-icon.tsx";
import { useRailStyles } from "./rail-styles.ts";

const useStyles = makeStyles({
  button: { border: "none", background: "none", cursor: "pointer", padding: 0, font: "inherit" },
});

/** The pins that there is no room for. */
export function MorePins({ items }: { items: readonly PinnedApp[] }): ReactElement {
  const styles = useStyles();
  const rail = useRailStyles();
  const t = useText();
  const router = useRouter();
  return (
    <Menu positioning={{ position: "after", align: "bottom" }}>
      <MenuTrigger disableButtonEnhancement>
        <button type="button" className={mergeClasses(styles.button, rail.item)} aria-label={t("shell.bar.moreLabel")}>
          <MoreHorizontalRegular aria-hidden />
          {t("shell.bar.more")}
        </button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map(({ app }) => {
            const href = router.buildLocation({ to: "/app/$appId/{-$entityId}", params: { appId: app.id } }).href;
            return (
              <MenuItemLink
                key={app.id}
                href={href}
                icon={<AppIcon src={app.icons.color} size={20} />}
                onClick={(event) => {
                  event.preventDefault();
                  router.history.push(href);
                }}
              >
                {app.displayName}
              </MenuItemLink>
            );
          })}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
