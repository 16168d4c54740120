import { Button, type ButtonProps } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "../language/text.ts";
import { copyText } from "./copy-text.ts";

const shownMilliseconds = 2_000;

interface CopyButtonProps extends Pick<ButtonProps, "appearance" | "size"> {
  /** What is copied; made when it is asked for. */
  readonly text: () => string;
  readonly label: string;
  /** Shows the picture alone; the label is its name. */
  readonly iconOnly?: boolean;
}

/** Copies, and says so for a moment. */
export function CopyButton({ text, label, iconOnly = false, ...look }: CopyButtonProps): ReactElement {
  const t = useText();
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), shownMilliseconds);
    return () => clearTimeout(timer);
  }, [outcome]);
  const said = outcome === undefined ? label : outcome === "copied" ? t("shared.copy.copied") : t("shared.copy.failed");
  return (
    <Button
      {...look}
      icon={outcome === "copied" ? <CheckmarkRegular /> : <CopyRegular />}
      aria-label={iconOnly ? said : undefined}
      title={iconOnly ? said : undefined}
      onClick={() => void copyText(text()).then((copied) => setOutcome(copied ? "copied" : "failed"))}
    >
      {iconOnly ? undefined : <span aria-live="polite">{said}</span>}
    </Button>
  );
}
