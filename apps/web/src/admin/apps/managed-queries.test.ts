import { expect, test } from "vitest";
import { managedQueryOf } from "./managed-queries.ts";

test("what stands in the address becomes what the server is asked", () => {
  expect(managedQueryOf({})).toEqual({ sort: "name" });
  expect(managedQueryOf({ sort: "-name" })).toEqual({ sort: "name:desc" });
  expect(managedQueryOf({ sort: "-requests", search: "todo", status: "blocked", only: "waiting" })).toEqual({
    sort: "requests:desc,name",
    search: "todo",
    status: "blocked,blockedByPublisher,blockedOrgWide",
    publishingStatus: "submitted,updateSubmitted",
  });
});
