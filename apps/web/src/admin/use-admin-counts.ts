import { useQuery } from "@tanstack/react-query";
import type { AdminCounts } from "./admin-sections.tsx";
import { waitingCountQuery } from "./requests/request-queries.ts";

/** What waits for an administrator, for the navigation. @param asked false for somebody who may not know. */
export function useAdminCounts(asked: boolean): AdminCounts {
  const requests = useQuery({ ...waitingCountQuery, enabled: asked });
  return { requests: requests.data ?? 0 };
}
