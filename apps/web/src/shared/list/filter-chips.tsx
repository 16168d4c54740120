import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, border: "none", margin: 0, padding: 0 },
});

interface FilterChipsProps<V extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  /** Undefined: not filtered. */
  readonly value: V | undefined;
  readonly onChoose: (value: V | undefined) => void;
}

/** Shows one kind of items only; pressing the chip again shows all. */
export function FilterChips<V extends string>(props: FilterChipsProps<V>): ReactElement {
  const { label, choices, value, onChoose } = props;
  const styles = useStyles();
  return (
    <fieldset className={styles.root} aria-label={label}>
      {choices.map((choice) => (
        <ToggleButton
          key={choice.value}
          size="small"
          shape="circular"
          checked={choice.value === value}
          onClick={() => onChoose(choice.value === value ? undefined : choice.value)}
        >
          {choice.label}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
