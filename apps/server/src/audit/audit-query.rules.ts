import type { AuditSearch } from "./audit-search.rules.ts";

/** Numbers of the record types that are ever written (contracts.md C.2), by Graph's names. */
const recordTypes: Readonly<Record<string, number>> = { microsoftteams: 25, microsoftteamsadmin: 57 };
const workload = "microsoftteams";

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

/** Sign-in names that a query asks for, to be looked up. */
export function upnsIn(request: Readonly<Record<string, unknown>>): string[] {
  return list(request.userPrincipalNameFilters);
}

/**
 * An `auditLogQuery` of Graph's (contracts.md C.3) as a search.
 * @param personIds who the sign-in names in it are; unknown ones are left out, so that they find nothing.
 */
export function searchOfQuery(request: Readonly<Record<string, unknown>>, personIds: readonly string[]): AuditSearch {
  const services = [
    ...list(request.serviceFilters),
    ...(text(request.serviceFilter) === undefined ? [] : [String(request.serviceFilter)]),
  ];
  const types = list(request.recordTypeFilters).map((name) => recordTypes[name.toLowerCase()]);
  const other = services.length > 0 && !services.some((name) => name.toLowerCase() === workload);
  const typed = types.filter((type) => type !== undefined).map((type) => `"RecordType":${type},`);
  const exactly = (field: string, values: readonly string[]) =>
    values.map((value) => `${JSON.stringify(field)}:${JSON.stringify(value)}`);
  const groups = [
    ...(types.length > 0 || other ? [other ? [] : typed] : []),
    ...[exactly("ClientIP", list(request.ipAddressFilters)), exactly("ObjectId", list(request.objectIdFilters))].filter(
      (group) => group.length > 0,
    ),
    // Nothing here belongs to an administrative unit.
    ...(list(request.administrativeUnitIdFilters).length > 0 ? [[]] : []),
  ];
  const operations = list(request.operationFilters);
  const [from, to] = [text(request.filterStartDateTime), text(request.filterEndDateTime)];
  return {
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
    operations: operations.length === 0 ? undefined : operations,
    personIds: upnsIn(request).length === 0 ? undefined : personIds,
    text: text(request.keywordFilter),
    containing: groups,
  };
}
