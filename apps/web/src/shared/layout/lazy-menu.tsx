import { Button, type ButtonProps } from "@fluentui/react-components";
import { type ComponentType, lazy, type ReactElement, Suspense, useState } from "react";

/** A menu that is on the screen with its button, and opens at once when it comes there. */
type LoadedMenu = ComponentType<{ button: ReactElement }>;

export interface MenuSource {
  readonly Loaded: LoadedMenu;
  preload(): void;
}

/** @param load imports the menu. Made once a menu, outside components. */
export function menuSource(load: () => Promise<LoadedMenu>): MenuSource {
  return { Loaded: lazy(async () => ({ default: await load() })), preload: () => void load() };
}

/**
 * A button whose menu is loaded when it is first opened, and called early when the button is pointed at: menus bring
 * positioning and focus handling along, which no page needs to be shown.
 */
export function LazyMenu({ menu, ...props }: ButtonProps & { menu: MenuSource }): ReactElement {
  const [opened, setOpened] = useState(false);
  const still = (
    <Button
      {...props}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setOpened(true)}
      onPointerEnter={menu.preload}
      onFocus={menu.preload}
    />
  );
  if (!opened) return still;
  return (
    <Suspense fallback={still}>
      <menu.Loaded button={<Button {...props} />} />
    </Suspense>
  );
}
