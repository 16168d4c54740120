import { Button, type ButtonProps, Link } from "@fluentui/react-components";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactElement, Ref } from "react";

/** A link to another page of ours, in running text and lists. */
export const TextLink = createLink(Link);

interface AnchorProps
  extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "color">,
    Pick<ButtonProps, "appearance" | "size" | "icon"> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link to another page of ours that looks like a button. */
export const ButtonLink = createLink(function AnchorButton({ ref, ...props }: AnchorProps): ReactElement {
  // Fluent types the ref of a polymorphic button as that of nothing.
  return <Button as="a" ref={ref as Ref<never>} {...props} />;
});
