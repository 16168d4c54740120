import { Button, type ButtonProps } from "@fluentui/react-components";
import { type ComponentType, lazy, type ReactElement, Suspense, useState } from "react";
import { patiently } from "../patient-import.ts";

/** A menu, or a popover, that is on the screen with its button, and opens at once when it comes there. */
type LoadedMenu<Props> = ComponentType<Props & { button: ReactElement }>;

export interface MenuSource<Props> {
  readonly Loaded: LoadedMenu<Props>;
  preload(): void;
}

/** @param load imports the menu. Made once a menu, outside components. */
export function menuSource<Props extends object = object>(load: () => Promise<LoadedMenu<Props>>): MenuSource<Props> {
  return {
    Loaded: lazy(patiently(async () => ({ default: await load() }))),
    preload: () => void load().catch(() => undefined),
  };
}

/** The menu's own button takes the focus over from the one in whose place it comes, so that closing leads back to it. */
function takeFocus(button: HTMLElement | null): void {
  if (document.activeElement === document.body) button?.focus();
}

type LazyMenuProps<Props> = ButtonProps & {
  readonly menu: MenuSource<Props>;
  /** What the menu needs to know. */
  readonly menuProps: Props;
  readonly popup?: "menu" | "dialog";
};

/**
 * A button whose menu is loaded when it is first opened, and called early when the button is pointed at: menus bring
 * positioning and focus handling along, which no page needs to be shown.
 */
export function LazyMenu<Props extends object>({
  menu,
  menuProps,
  popup = "menu",
  ...props
}: LazyMenuProps<Props>): ReactElement {
  const [opened, setOpened] = useState(false);
  const still = (
    <Button
      {...props}
      aria-haspopup={popup}
      aria-expanded={false}
      onClick={() => setOpened(true)}
      onPointerEnter={menu.preload}
      onFocus={menu.preload}
    />
  );
  if (!opened) return still;
  return (
    <Suspense fallback={still}>
      <menu.Loaded {...menuProps} button={<Button {...props} ref={takeFocus} />} />
    </Suspense>
  );
}
