import {
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

export interface TagFieldLabels {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | null;
  readonly required?: boolean;
}

interface TagFieldProps<T> extends TagFieldLabels {
  readonly value: readonly T[];
  readonly onChange: (items: T[]) => void;
  /** What is typed. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What was found of it. */
  readonly found: readonly T[];
  /** Whether nothing was found only because nobody has answered yet. */
  readonly searching: boolean;
  /** What is not offered. */
  readonly without?: ReadonlySet<string>;
  pictureOf(item: T): ReactElement;
  /** Tells an item from others of the same name. */
  moreOf(item: T): string | undefined;
}

/** Picks several of what has names, by typing part of one. */
export function TagField<T extends { readonly id: string; readonly displayName: string }>(
  props: TagFieldProps<T>,
): ReactElement {
  const { label, hint, fault = null, required = false, value, onChange, text, onText, found } = props;
  const { searching, without, pictureOf, moreOf } = props;
  const t = useText();
  const offered = found.filter(({ id }) => !without?.has(id) && !value.some((one) => one.id === id));

  function select(ids: readonly string[]): void {
    const known = new Map([...found, ...value].map((one) => [one.id, one]));
    onChange(ids.flatMap((id) => known.get(id) ?? []));
    onText("");
  }

  return (
    <Field label={label} validationMessage={fault} required={required} {...(hint === undefined ? {} : { hint })}>
      <TagPicker
        selectedOptions={value.map(({ id }) => id)}
        onOptionSelect={(_, data) => {
          if (data.value !== "") select(data.selectedOptions);
        }}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={label}>
            {value.map((one) => (
              <Tag key={one.id} value={one.id} shape="rounded" title={moreOf(one)} media={pictureOf(one)}>
                {one.displayName}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput aria-label={label} value={text} onChange={(event) => onText(event.target.value)} />
        </TagPickerControl>
        <TagPickerList>
          {offered.map((one) => (
            <TagPickerOption
              key={one.id}
              value={one.id}
              text={one.displayName}
              secondaryContent={moreOf(one) ?? null}
              media={pictureOf(one)}
            >
              {one.displayName}
            </TagPickerOption>
          ))}
          {offered.length === 0 && !searching && (
            <TagPickerOption value="" text="">
              {t("admin.picker.nobody")}
            </TagPickerOption>
          )}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}
