import { expect, test } from "vitest";
import { askedKeys, featuresOf, searchKeys } from "./app-search.rules.ts";

function finds(asked: string, name: string): boolean {
  const keys = new Set(searchKeys(name));
  return askedKeys(asked).every((variants) => variants.some((variant) => keys.has(variant)));
}

test.each([
  ["Trello", "trello"],
  ["trelo", "Trello"],
  ["trlelo", "Trello"],
  ["trallo", "Trello"],
  ["trelllo", "Trello"],
  ["jria", "Jira Cloud"],
  ["cluod jira", "Jira Cloud"],
  ["servcie", "ServiceNow"],
  ["sevrice", "ServiceNow Virtual Agent"],
  ["now", "ServiceNow"],
  ["evenements", "Événements"],
  ["événemnts", "Événements"],
])("%s finds %s", (asked, name) => expect(finds(asked, name)).toBe(true));

test.each([
  ["trello", "Jira"],
  ["xyz", "XY"],
  ["jira trello", "Jira Cloud"],
  ["builds", "Boards"],
])("%s does not find %s", (asked, name) => expect(finds(asked, name)).toBe(false));

test("a long name has some hundreds of keys and no more", () => {
  const name = "Contoso Enterprise Resource Planning Connector for Microsoft Teams and Outlook";
  expect(searchKeys(`${name} ${"x".repeat(5_000)}`).length).toBeLessThan(1_500);
});

test("an app's features come from its capabilities and their scopes", () => {
  expect(featuresOf({ connectors: [{ connectorId: "c" }] })).toEqual(["team", "connector"]);
  expect(featuresOf({ staticTabs: [{ entityId: "home" }] })).toEqual(["personal"]);
  expect(featuresOf({ bots: [{ botId: "b", scopes: ["groupchat"] }] })).toEqual(["chat", "bot"]);
  expect(featuresOf({})).toEqual([]);
});
