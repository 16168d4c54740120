import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../platform/identifiers.ts";
import { type Contoso, contoso } from "../testing/contoso.ts";
import { appPackage, connectorManifest } from "../testing/packages.ts";

let place: Contoso;

beforeAll(async () => {
  place = await contoso();
});
afterAll(async () => await place.server.dispose());

interface Submission {
  id: string;
  appId: string;
  kind: string;
  state: string;
  version: string;
  publishedVersion: string | null;
  reason: string;
  supersededBy: string | null;
  submittedBy: { displayName: string };
  code?: string;
  detail?: string;
}
interface Managed {
  id: string;
  displayName: string;
  version: string;
  status: string;
  publishingStatus: string;
  pending: { submissionId: string; version: string } | null;
}

const made = (name: string, change: Record<string, unknown> = {}) =>
  connectorManifest({ name: { short: name, full: name }, ...change });
const submit = async (who: Contoso["megan"], manifest: object) =>
  await who.call<Submission>("POST", "/api/submissions", appPackage(manifest));
const resubmit = async (who: Contoso["megan"], appId: string, manifest: object) =>
  await who.call<Submission>("POST", `/api/apps/${appId}/submissions`, appPackage(manifest));
const decide = async (id: string, what: "publish" | "reject", body?: object) =>
  await place.ada.call<Submission>("POST", `/api/submissions/${id}/${what}`, body);
const managed = async (appId: string) => (await place.ada.call<Managed>("GET", `/api/managed-apps/${appId}`)).body;
const seenBy = async (who: Contoso["megan"], appId: string) => (await who.call("GET", `/api/apps/${appId}`)).status;

test("a new app is submitted by anybody, blocked until it is published, and then allowed for everyone", async () => {
  const { status, body } = await submit(place.megan, made("Submitted"));
  expect([status, body.kind, body.state, body.publishedVersion]).toEqual([201, "new", "submitted", null]);
  expect(body.submittedBy.displayName).toBe("Megan Bowen");
  expect(await managed(body.appId)).toMatchObject({
    status: "blocked",
    publishingStatus: "submitted",
    pending: { submissionId: body.id, version: "1.0.0" },
  });
  expect(await seenBy(place.megan, body.appId)).toBe(404);
  const list = await place.megan.call<{ items: Managed[] }>("GET", "/api/apps?search=Submitted");
  expect(list.body.items).toEqual([]);
  const early = await place.ada.call("PUT", `/api/apps/${body.appId}/status`, { status: "allowed" });
  expect([early.status, early.body.code]).toEqual([409, "app/not-published"]);

  const waiting = await place.ada.call<{ items: Submission[] }>("GET", "/api/submissions");
  expect(waiting.body.items.map(({ id }) => id)).toContain(body.id);
  expect((await place.ada.call("GET", "/api/managed-apps/counts")).body).toMatchObject({ pending: 1 });
  expect((await decide(body.id, "publish")).body).toMatchObject({ state: "published" });
  expect(await managed(body.appId)).toMatchObject({ status: "allowed", publishingStatus: "published", pending: null });
  expect(await seenBy(place.alex, body.appId)).toBe(200);
  expect((await place.ada.call("GET", "/api/managed-apps/counts")).body).toMatchObject({ pending: 0 });
});

test("what is published runs on while an update waits, and what was set stays when it is published", async () => {
  const manifest = made("Updated");
  const app = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
  const appId = app.body.id;
  await place.ada.call("PUT", `/api/apps/${appId}/availability`, {
    availability: "usersAndGroups",
    people: ["megan@contoso.test"],
  });
  const update = await resubmit(place.alex, appId, { ...manifest, version: "1.1.0" });
  expect([update.status, update.body.kind, update.body.publishedVersion]).toEqual([201, "update", "1.0.0"]);
  expect(await managed(appId)).toMatchObject({
    version: "1.0.0",
    status: "allowed",
    publishingStatus: "updateSubmitted",
    pending: { version: "1.1.0" },
  });
  expect(await seenBy(place.megan, appId)).toBe(200);
  await decide(update.body.id, "publish");
  expect(await managed(appId)).toMatchObject({ version: "1.1.0", publishingStatus: "published", pending: null });
  expect([await seenBy(place.megan, appId), await seenBy(place.alex, appId)]).toEqual([200, 404]);
});

test("a rejection reaches the submitter with its reason; the published version stays, and the same version may come again", async () => {
  const manifest = made("Rejected");
  const first = await submit(place.megan, manifest);
  const wordless = await decide(first.body.id, "reject", { reason: " " });
  expect(wordless.status).toBe(400);
  await decide(first.body.id, "reject", { reason: "The privacy link is broken." });
  const mine = await place.megan.call<{ items: Submission[] }>("GET", "/api/submissions/mine");
  expect(mine.body.items.find(({ id }) => id === first.body.id)).toMatchObject({
    state: "rejected",
    reason: "The privacy link is broken.",
  });
  expect(await managed(first.body.appId)).toMatchObject({ status: "blocked", publishingStatus: "rejected" });
  const again = await resubmit(place.alex, first.body.appId, manifest);
  expect(again.status).toBe(201);
  await decide(again.body.id, "publish");
  const update = await resubmit(place.alex, first.body.appId, { ...manifest, version: "2.0.0" });
  await decide(update.body.id, "reject", { reason: "Not yet." });
  expect(await managed(first.body.appId)).toMatchObject({ version: "1.0.0", publishingStatus: "published" });
});

describe("while a submission waits", () => {
  test("only whoever made it replaces it, and only they or an administrator take it back", async () => {
    const manifest = made("Replaced");
    const first = await submit(place.megan, manifest);
    const other = await resubmit(place.alex, first.body.appId, { ...manifest, version: "1.2.0" });
    expect([other.status, other.body.code]).toEqual([409, "submission/pending"]);
    const second = await resubmit(place.megan, first.body.appId, { ...manifest, version: "1.1.0" });
    expect([second.status, second.body.appId]).toEqual([201, first.body.appId]);
    expect((await decide(first.body.id, "publish")).status).toBe(404);
    expect((await place.alex.call("GET", `/api/submissions/${second.body.id}`)).status).toBe(404);
    expect((await place.alex.call("DELETE", `/api/submissions/${second.body.id}`)).status).toBe(404);
    expect((await place.megan.call("DELETE", `/api/submissions/${second.body.id}`)).status).toBe(204);
    expect((await place.ada.call("GET", `/api/managed-apps/${first.body.appId}`)).status).toBe(404);
    expect((await submit(place.alex, manifest)).status).toBe(201);
  });

  test("two administrators decide once: the second learns what the first did", async () => {
    const { body } = await submit(place.megan, made("Twice"));
    const [one, two] = await Promise.all([decide(body.id, "publish"), decide(body.id, "reject", { reason: "No." })]);
    const statuses = [one.status, two.status].toSorted();
    expect(statuses).toEqual([200, 409]);
    const late = one.status === 409 ? one : two;
    expect(late.body).toMatchObject({ code: "submission/decided" });
  });

  test("an administrator's update in place overtakes what is no higher", async () => {
    const manifest = made("Overtaken");
    const app = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    const waiting = await resubmit(place.megan, app.body.id, { ...manifest, version: "1.5.0" });
    const direct = await place.ada.call(
      "POST",
      `/api/apps/${app.body.id}/definitions`,
      appPackage({ ...manifest, version: "1.5.0" }),
    );
    expect(direct.status).toBe(200);
    const mine = await place.megan.call<Submission>("GET", `/api/submissions/${waiting.body.id}`);
    expect(mine.body).toMatchObject({ state: "rejected", supersededBy: "1.5.0" });
  });
});

describe("wrong submissions", () => {
  test("an id that is there already, a lower version, another app's package, apps and submissions that are not there", async () => {
    const manifest = made("Wrong");
    const app = await place.ada.call<{ id: string }>("POST", "/api/apps", appPackage(manifest));
    const again = await submit(place.megan, { ...manifest, version: "2.0.0" });
    expect(again.body).toMatchObject({ code: "app/exists", appId: app.body.id, page: `/admin/apps/${app.body.id}` });
    const same = await resubmit(place.megan, app.body.id, manifest);
    expect(same.body).toMatchObject({
      code: "app/version-not-higher",
      current: "1.0.0",
      offered: "1.0.0",
      least: "1.0.1",
    });
    expect((await resubmit(place.megan, app.body.id, made("Other"))).body.code).toBe("app/other-id");
    expect((await resubmit(place.megan, newId(), manifest)).status).toBe(404);
    expect((await decide(newId(), "publish")).status).toBe(404);
    expect((await place.megan.call("POST", `/api/submissions/${newId()}/publish`)).status).toBe(403);
    expect((await place.megan.call("GET", "/api/submissions")).status).toBe(403);
    expect((await submit(place.megan, made("Faulty", { accentColor: "blue" }))).status).toBe(422);
  });
});
