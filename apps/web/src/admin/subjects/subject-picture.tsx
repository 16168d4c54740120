import { Avatar } from "@fluentui/react-components";
import { PeopleRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";

/** Somebody, or a group, that a rule is about. */
export interface Subject {
  readonly kind: "person" | "group";
  readonly id: string;
  readonly displayName: string;
}

/** As large as what it stands in asks for. */
export function SubjectPicture({ kind, id, displayName }: Subject): ReactElement {
  return kind === "group" ? (
    <Avatar icon={<PeopleRegular />} color="neutral" shape="square" aria-hidden />
  ) : (
    <Avatar name={displayName} color="colorful" idForColor={id} aria-hidden />
  );
}
