import { useQuery } from "@tanstack/react-query";
import type { AdminCounts } from "./admin-sections.tsx";
import { appCountsQuery } from "./apps/managed-queries.ts";

/** What waits for an administrator, for the navigation. @param asked false for somebody who may not know. */
export function useAdminCounts(asked: boolean): AdminCounts {
  const { data } = useQuery({ ...appCountsQuery, enabled: asked });
  return { approvals: data?.pending ?? 0, requests: data?.requested ?? 0 };
}
