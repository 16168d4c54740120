/**
 * The last page of a sign-in: it talks to whoever opened it and ends as its address says (`end=success`, `failure` or
 * `stay`; `host=` names the origin that 2.x may trust).
 */
interface Namespace {
  initialize(first?: unknown, second?: unknown): unknown;
  notifySuccess(result: string): void;
  notifyFailure(reason: string): void;
}

declare const microsoftTeams: Namespace & { readonly app?: Namespace; readonly authentication: Namespace };

const query = new URLSearchParams(location.search);
const origins = [query.get("host")];

function finish(): void {
  if (query.get("end") === "success") microsoftTeams.authentication.notifySuccess("signed-in");
  if (query.get("end") === "failure") microsoftTeams.authentication.notifyFailure("no-access");
}

if (microsoftTeams.app) Promise.resolve(microsoftTeams.app.initialize(origins)).then(finish);
else microsoftTeams.initialize(finish, origins);

export {};
