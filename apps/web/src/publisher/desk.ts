import { queryOptions, skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { PackageSource, SourceFile } from "./source/package-source.ts";

/** A manifest that is being written. */
export interface Draft {
  /** Tells drafts apart; the text of one changes as it is written. */
  readonly id: string;
  readonly text: string;
  /** What it came from, or would be saved as. */
  readonly name: string;
  /** The rest of the package: icons, language files. */
  readonly files: readonly SourceFile[];
}

/** What a person has before them on these pages; pages hand it to each other. */
export interface Desk {
  readonly checked: PackageSource | null;
  /** Values for placeholders. */
  readonly env: Readonly<Record<string, string>>;
  readonly before: PackageSource | null;
  readonly after: PackageSource | null;
  readonly draft: Draft | null;
  /** A mended copy that is nowhere but here, by the source that it is looked at as. */
  readonly unsaved: { readonly sourceId: string; readonly name: string; readonly blob: Blob } | null;
}

const emptyDesk: Desk = { checked: null, env: {}, before: null, after: null, draft: null, unsaved: null };

/** Kept with the answers of the server, though it is none: it goes with them when the person signs out. */
const deskQuery = queryOptions({
  queryKey: ["publisher", "desk"],
  queryFn: skipToken,
  initialData: emptyDesk,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

export function useDesk(): readonly [Desk, (change: Partial<Desk>) => void] {
  const queryClient = useQueryClient();
  const { data = emptyDesk } = useQuery(deskQuery);
  const change = useCallback(
    (part: Partial<Desk>) =>
      queryClient.setQueryData(deskQuery.queryKey, (desk: Desk | undefined) => ({ ...(desk ?? emptyDesk), ...part })),
    [queryClient],
  );
  return [data, change];
}
