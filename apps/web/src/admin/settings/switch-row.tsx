import { makeStyles, Switch, Text, tokens, useId, useRestoreFocusTarget } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  // As far in as the switch's own label.
  below: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    paddingInlineStart: `calc(40px + ${tokens.spacingHorizontalL} + ${tokens.spacingHorizontalXS})`,
  },
  what: { color: tokens.colorNeutralForeground2 },
});

interface SwitchRowProps {
  readonly label: string;
  /** What it does. */
  readonly what: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Who set it, what stands in its way. */
  readonly children?: ReactNode;
}

/** One switch with what it does. */
export function SwitchRow({ label, what, checked, disabled, onChange, children }: SwitchRowProps): ReactElement {
  const styles = useStyles();
  const restoreFocus = useRestoreFocusTarget();
  const description = useId("switch-what");
  return (
    <div className={styles.root}>
      <Switch
        checked={checked}
        disabled={disabled === true}
        label={label}
        aria-describedby={description}
        onChange={(_, data) => onChange(data.checked)}
        {...restoreFocus}
      />
      <div className={styles.below}>
        <Text id={description} className={styles.what}>
          {what}
        </Text>
        {children}
      </div>
    </div>
  );
}
