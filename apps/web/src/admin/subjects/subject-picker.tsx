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
import { PeopleRegular } from "@fluentui/react-icons";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { useText } from "../../shared/language/text.ts";
import { foundPeopleQuery } from "../people/people-queries.ts";

/** Somebody, or a group, that a rule is about. */
export interface Subject {
  readonly kind: "person" | "group";
  readonly id: string;
  readonly displayName: string;
}

const mostGroups = "10";

function foundGroupsQuery(search: string) {
  return queryOptions({
    queryKey: ["groups", "found", search],
    queryFn: async () =>
      (await read(api.groups.$get({ query: { limit: mostGroups, ...(search === "" ? {} : { search }) } }))).items,
  });
}

function SubjectPicture({ kind, id, displayName }: Subject): ReactElement {
  return kind === "group" ? (
    <Avatar icon={<PeopleRegular />} color="neutral" shape="square" aria-hidden />
  ) : (
    <Avatar name={displayName} color="colorful" idForColor={id} aria-hidden />
  );
}

interface SubjectPickerProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly Subject[];
  readonly onChange: (subjects: Subject[]) => void;
  readonly fault?: string | null;
}

/** Picks people and groups by typing part of a name. */
export function SubjectPicker({ label, hint, value, onChange, fault = null }: SubjectPickerProps): ReactElement {
  const t = useText();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const people = useQuery({ ...foundPeopleQuery(search), placeholderData: keepPreviousData });
  const groups = useQuery({ ...foundGroupsQuery(search), placeholderData: keepPreviousData });
  const found = [
    ...(groups.data ?? []).map(({ id, displayName, members }) => ({
      ...{ kind: "group" as const, id, displayName },
      more: t("admin.subjects.group", { count: members }),
    })),
    ...(people.data ?? []).map(({ id, displayName, upn }) => ({ kind: "person" as const, id, displayName, more: upn })),
  ];
  const offered = found.filter(({ id }) => !value.some((one) => one.id === id));

  function select(ids: readonly string[]): void {
    const known = new Map<string, Subject>([...found, ...value].map((one) => [one.id, one]));
    onChange(ids.flatMap((id) => known.get(id) ?? []).map(({ kind, id, displayName }) => ({ kind, id, displayName })));
    setText("");
  }

  return (
    <Field label={label} validationMessage={fault} {...(hint === undefined ? {} : { hint })}>
      <TagPicker
        selectedOptions={value.map(({ id }) => id)}
        onOptionSelect={(_, data) => {
          if (data.value !== "") select(data.selectedOptions);
        }}
      >
        <TagPickerControl>
          <TagPickerGroup aria-label={label}>
            {value.map((one) => (
              <Tag key={one.id} value={one.id} shape="rounded" media={<SubjectPicture {...one} />}>
                {one.displayName}
              </Tag>
            ))}
          </TagPickerGroup>
          <TagPickerInput aria-label={label} value={text} onChange={(event) => setText(event.target.value)} />
        </TagPickerControl>
        <TagPickerList>
          {offered.map(({ more, ...one }) => (
            <TagPickerOption
              key={one.id}
              value={one.id}
              text={one.displayName}
              secondaryContent={more}
              media={<SubjectPicture {...one} />}
            >
              {one.displayName}
            </TagPickerOption>
          ))}
          {offered.length === 0 && !people.isPending && !groups.isPending && (
            <TagPickerOption value="" text="">
              {t("admin.picker.nobody")}
            </TagPickerOption>
          )}
        </TagPickerList>
      </TagPicker>
    </Field>
  );
}
