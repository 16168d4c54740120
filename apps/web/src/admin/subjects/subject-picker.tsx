import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { foundGroupsQuery } from "../groups/group-queries.ts";
import { foundPeopleQuery } from "../people/people-queries.ts";
import { type Subject, SubjectPicture } from "./subject-picture.tsx";
import { TagField, type TagFieldLabels } from "./tag-field.tsx";

interface OfferedSubject extends Subject {
  readonly more?: string;
}

interface SubjectPickerProps extends TagFieldLabels {
  readonly value: readonly Subject[];
  readonly onChange: (subjects: Subject[]) => void;
  /** People and groups who are not offered. */
  readonly without?: ReadonlySet<string>;
}

/** Picks people and groups by typing part of a name. */
export function SubjectPicker(props: SubjectPickerProps): ReactElement {
  const { onChange, ...field } = props;
  const t = useText();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const people = useQuery({ ...foundPeopleQuery(search), placeholderData: keepPreviousData });
  const groups = useQuery({ ...foundGroupsQuery(search), placeholderData: keepPreviousData });
  const found: OfferedSubject[] = [
    ...(groups.data ?? []).map(({ id, displayName, allMembers }) => ({
      ...{ kind: "group" as const, id, displayName },
      more: t("admin.subjects.group", { count: allMembers }),
    })),
    ...(people.data ?? []).map(({ id, displayName, upn }) => ({ kind: "person" as const, id, displayName, more: upn })),
  ];
  return (
    <TagField<OfferedSubject>
      {...field}
      text={text}
      onText={setText}
      found={found}
      searching={people.isPending || groups.isPending}
      onChange={(subjects) => onChange(subjects.map(({ kind, id, displayName }) => ({ kind, id, displayName })))}
      pictureOf={(one) => <SubjectPicture {...one} />}
      moreOf={({ more }) => more}
    />
  );
}
