import { Avatar, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { TwoLines } from "../list/two-lines.tsx";

interface PersonNameProps {
  readonly person: { readonly id: string; readonly displayName: string; readonly upn?: string };
}

/** Somebody in the first cell of a row that holds controls too. */
export function PersonName({ person: { id, displayName, upn } }: PersonNameProps): ReactElement {
  return (
    <TwoLines
      crowded
      media={<Avatar name={displayName} color="colorful" idForColor={id} size={32} aria-hidden />}
      first={
        <Text truncate wrap={false} title={displayName}>
          {displayName}
        </Text>
      }
      second={upn}
    />
  );
}
