import { Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const useStyles = makeStyles({ root: { width: "100%" }, box: { minWidth: 0, width: "100%" } });

export interface NamedItem {
  readonly id: string;
  readonly displayName: string;
  /** Tells it from others of the same name. */
  readonly second?: string;
}

interface NamePickerProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly found: readonly NamedItem[];
  readonly onPick: (item: NamedItem) => void;
  readonly fault?: string | undefined;
  readonly required?: boolean;
}

/** Picks one person or group by typing part of the name. */
export function NamePicker(props: NamePickerProps): ReactElement {
  const { label, text, onText, found, onPick, fault, required = false } = props;
  const styles = useStyles();
  const t = useText();
  return (
    <Field label={label} required={required} validationMessage={fault ?? null} className={styles.root}>
      <Combobox
        freeform
        className={styles.box}
        value={text}
        selectedOptions={[]}
        onChange={(event) => onText(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          const item = found.find(({ id }) => id === optionValue);
          if (item !== undefined) onPick(item);
        }}
      >
        {found.map(({ id, displayName, second }) => (
          <Option key={id} value={id} text={displayName}>
            {second === undefined ? displayName : t("admin.policies.nameAnd", { name: displayName, second })}
          </Option>
        ))}
        {found.length === 0 && (
          <Option value="" text="" disabled>
            {t("admin.policies.pick.nobody")}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
