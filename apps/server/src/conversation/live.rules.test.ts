import { describe, expect, test } from "vitest";
import { mayHear } from "./live.rules.ts";

const member = { personId: "megan", administrator: false, teamIds: new Set(["team"]) };
const stranger = { personId: "alex", administrator: false, teamIds: new Set<string>() };
const administrator = { personId: "ada", administrator: true, teamIds: new Set<string>() };

describe("who hears of what", () => {
  test.each([
    ["a member, a message of the team", member, { operation: "Parvis.MessagePosted", teamId: "team" }, true, true],
    ["a stranger, a message of the team", stranger, { operation: "Parvis.MessagePosted", teamId: "team" }, true, false],
    [
      "an administrator outside the team, its messages",
      administrator,
      { operation: "Parvis.MessagePosted", teamId: "team" },
      true,
      false,
    ],
    [
      "an administrator outside the team, its apps",
      administrator,
      { operation: "AppInstalled", teamId: "team" },
      false,
      true,
    ],
    ["anybody, a new app of the organisation", stranger, { operation: "AppPublishedToCatalog" }, false, true],
    [
      "somebody taken out of a team, that they were",
      stranger,
      { operation: "MemberRemoved", teamId: "team", subjectId: "alex" },
      false,
      true,
    ],
    ["anybody, a new person", stranger, { operation: "Parvis.PersonCreated", subjectId: "new" }, false, false],
    [
      "an administrator, a new person",
      administrator,
      { operation: "Parvis.PersonCreated", subjectId: "new" },
      false,
      true,
    ],
    [
      "anybody, that somebody signed in",
      administrator,
      { operation: "TeamsSessionStarted", subjectId: "megan" },
      false,
      false,
    ],
  ] as const)("%s", (_, listener, event, isMessage, expected) => {
    expect(mayHear(listener, event, isMessage)).toBe(expected);
  });
});
