import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { SubjectPicture } from "../subjects/subject-picture.tsx";
import { TagField, type TagFieldLabels } from "../subjects/tag-field.tsx";
import { foundPeopleQuery, type Person } from "./people-queries.ts";

/** Who was picked. */
export type PickedPerson = Pick<Person, "id" | "upn" | "displayName">;

interface PeoplePickerProps extends TagFieldLabels {
  readonly value: readonly PickedPerson[];
  readonly onChange: (people: PickedPerson[]) => void;
  /** People who are not offered. */
  readonly without?: ReadonlySet<string>;
}

/** Picks people by typing part of a name or sign-in name. */
export function PeoplePicker(props: PeoplePickerProps): ReactElement {
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const { data: found = [], isPending } = useQuery({ ...foundPeopleQuery(search), placeholderData: keepPreviousData });
  return (
    <TagField<PickedPerson>
      {...props}
      text={text}
      onText={setText}
      found={found}
      searching={isPending}
      pictureOf={({ id, displayName }) => <SubjectPicture kind="person" id={id} displayName={displayName} />}
      moreOf={({ upn }) => upn}
    />
  );
}
