import {
  Avatar,
  Field,
  Tag,
  TagPicker,
  TagPickerControl,
  TagPickerGroup,
  TagPickerInput,
  TagPickerList,
  TagPickerOption,
} from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { foundPeopleQuery, type Person } from "./people-queries.ts";

/** Who was picked. */
export type PickedPerson = Pick<Person, "id" | "upn" | "displayName">;

interface PeoplePickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly PickedPerson[];
  readonly onChange: (people: PickedPerson[]) => void;
  /** People who are not offered. */
  readonly without?: ReadonlySet<string>;
  readonly fault?: string | null;
  readonly required?: boolean;
}

/** Picks people by typing part of a name or sign-in name. */
export function PeoplePicker(props: PeoplePickerProps): ReactElement {
  const { label, hint, value, onChange, without, fault = null, required = false } = props;
  const t = useText();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const { data: found = [], isPending } = useQuery({ ...foundPeopleQuery(search), placeholderData: keepPreviousData });
  const offered = found.filter((one) => !without?.has(one.id) && !value.some(({ id }) => id === one.id));

  function select(ids: readonly string[]): void {
    const known = new Map<string, PickedPerson>([...found, ...value].map((one) => [one.id, one]));
    onChange(ids.flatMap((id) => known.get(id) ?? []));
    setText("");
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
            {value.map(({ id, displayName, upn }) => (
              <Tag
                key={id}
                value={id}
                shape="rounded"
                title={upn}
                media={<Avatar name={displayName} color="colorful" idForColor={id} aria-hidden />}
              >
                {displayName}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput aria-label={label} value={text} onChange={(event) => setText(event.target.value)} />
        </TagPickerControl>
        <TagPickerList>
          {offered.map(({ id, displayName, upn }) => (
            <TagPickerOption
              key={id}
              value={id}
              text={displayName}
              secondaryContent={upn}
              media={<Avatar name={displayName} color="colorful" idForColor={id} aria-hidden />}
            >
              {displayName}
            </TagPickerOption>
          ))}
          {offered.length === 0 && !isPending && (
            <TagPickerOption value="" text="">
              {t("admin.picker.nobody")}
            </TagPickerOption>
          )}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}
