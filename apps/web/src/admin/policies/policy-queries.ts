import { queryOptions } from "@tanstack/react-query";
import { api, read } from "../../shared/api/client.ts";
import type { PolicyKind } from "../admin-search.ts";
import { pageSize, useEveryPage } from "../list/use-every-page.ts";

/** Global, which holds for everybody without another policy: the same id in every organisation. */
export const globalPolicyId = "00000000-0000-4000-8000-000000000001";

/** Policies of a kind, with how many people and groups have each. */
export function usePolicies(kind: PolicyKind, search: string | undefined) {
  return useEveryPage(
    ["policies", kind, "list", search ?? ""],
    async (cursor) =>
      await read(
        api.policies[":kind"].$get({
          param: { kind },
          query: {
            limit: pageSize,
            ...(search === undefined ? {} : { search }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type PolicySummary = NonNullable<ReturnType<typeof usePolicies>["data"]>[number];
export type PolicyContent = PolicySummary["content"];
export type PermissionContent = Extract<PolicyContent, { custom: unknown }>;
export type SetupContent = Extract<PolicyContent, { pinnedAppBarApps: unknown }>;
export type CatalogRule = PermissionContent["custom"];

/** One policy, with what the catalogue knows of the apps it names. */
export function policyQuery(kind: PolicyKind, policyId: string) {
  return queryOptions({
    queryKey: ["policies", kind, policyId],
    queryFn: async () => await read(api.policies[":kind"][":policyId"].$get({ param: { kind, policyId } })),
  });
}

export type Policy = Awaited<ReturnType<NonNullable<ReturnType<typeof policyQuery>["queryFn"]>>>;
export type PolicyApp = Policy["apps"][number];

/** Groups with a policy of a kind, best rank first. */
export function groupAssignmentsQuery(kind: PolicyKind) {
  return queryOptions({
    queryKey: ["assignments", kind, "groups"],
    queryFn: async () => (await read(api.policies[":kind"].assignments.groups.$get({ param: { kind } }))).items,
  });
}

export type GroupAssignment = Awaited<
  ReturnType<NonNullable<ReturnType<typeof groupAssignmentsQuery>["queryFn"]>>
>[number];

/** People with a policy of their own. @param policyId only those with this one. */
export function usePersonAssignments(kind: PolicyKind, policyId: string | undefined) {
  return useEveryPage(
    ["assignments", kind, "people", policyId ?? ""],
    async (cursor) =>
      await read(
        api.policies[":kind"].assignments.people.$get({
          param: { kind },
          query: {
            limit: pageSize,
            ...(policyId === undefined ? {} : { policyId }),
            ...(cursor === undefined ? {} : { cursor }),
          },
        }),
      ),
  );
}

export type PersonAssignment = NonNullable<ReturnType<typeof usePersonAssignments>["data"]>[number];

/** The policies that hold for somebody, and why. */
export function effectivePoliciesQuery(person: string) {
  return queryOptions({
    queryKey: ["effective-policies", person],
    queryFn: async () => await read(api["effective-policies"].$get({ query: { person } })),
  });
}

export type EffectivePolicies = Awaited<ReturnType<NonNullable<ReturnType<typeof effectivePoliciesQuery>["queryFn"]>>>;
