import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import { Problem } from "../../shared/api/problem.ts";
import type { Language } from "../../shared/language/language-store.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Submissions that wait for approval, longest first. */
export function usePendingSubmissions() {
  return useEveryPage(
    ["submissions", "pending"],
    async (cursor) =>
      await read(api.submissions.$get({ query: { limit: pageSize, ...(cursor === undefined ? {} : { cursor }) } })),
  );
}

export type Submission = NonNullable<ReturnType<typeof usePendingSubmissions>["data"]>[number];

/** A submission, also after somebody has decided. */
export function submissionQuery(submissionId: string) {
  return queryOptions({
    queryKey: ["submissions", "one", submissionId],
    queryFn: async () => await read(api.submissions[":submissionId"].$get({ param: { submissionId } })),
  });
}

/** What is in the package: checked here as the portal for publishers checks, by the same rules. */
export function packageQuery(appId: string, definitionId: string, language: Language) {
  return queryOptions({
    queryKey: ["submission-package", appId, definitionId, language],
    // A package never changes.
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const { describePackage } = await import("./describe-package.ts");
      const answer = await fetch(`/api/apps/${appId}/definitions/${definitionId}/package`);
      if (!answer.ok) throw new Problem({ code: "client/unreadable", status: answer.status });
      return await describePackage(new Uint8Array(await answer.arrayBuffer()), language);
    },
  });
}

export type PackageContent = Awaited<ReturnType<NonNullable<ReturnType<typeof packageQuery>["queryFn"]>>>;
