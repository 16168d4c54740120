import { expect, test } from "vitest";
import { readTeamsLink } from "./deep-links.ts";

test("only Microsoft's hosts and the owner's own origin lead into Teams", () => {
  const app = { kind: "app", appId: "a1" };
  expect(readTeamsLink("https://teams.microsoft.com/l/app/a1")).toEqual(app);
  expect(readTeamsLink("https://teams.cloud.microsoft/l/app/a1?x=1")).toEqual(app);
  expect(readTeamsLink("http://localhost:4700/l/app/a1", "http://localhost:4700")).toEqual(app);
  for (const other of [
    "http://localhost:4700/l/app/a1",
    "http://teams.microsoft.com/l/app/a1",
    "https://teams.microsoft.com.evil.example/l/app/a1",
    "https://teams.microsoft.com/app/a1",
    "https://teams.microsoft.com/l/app",
    "https://teams.microsoft.com/l/constructor/a1",
    "not a link",
  ])
    expect(readTeamsLink(other), other).toBeUndefined();
});

test("a page of an app is read with its context, whatever stands in it", () => {
  const link = (context: string) =>
    readTeamsLink(`https://teams.microsoft.com/l/entity/a1/p%201?context=${encodeURIComponent(context)}`);
  expect(link('{"subEntityId":"s","channelId":"19:c","chatId":7}')).toEqual({
    kind: "entity",
    target: { appId: "a1", pageId: "p 1", subPageId: "s", channelId: "19:c" },
  });
  const bare = { kind: "entity", target: { appId: "a1", pageId: "p 1" } };
  for (const context of ["", "null", "{", "[1]", '"text"']) expect(link(context)).toEqual(bare);
});

test("calls and chats need somebody", () => {
  const users = "https://teams.microsoft.com/l/chat/0/0?users=";
  expect(readTeamsLink(users)).toBeUndefined();
  expect(readTeamsLink(`${users}a@contoso.test,%20b@contoso.test,`)).toEqual({
    kind: "chat",
    chat: { members: ["a@contoso.test", "b@contoso.test"] },
  });
  expect(readTeamsLink("https://teams.microsoft.com/l/call/0/0?users=a")).toEqual({
    kind: "call",
    call: { targets: ["a"], requestedModalities: ["audio"] },
  });
});
