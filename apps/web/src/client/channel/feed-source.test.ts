import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { sessionQuery } from "../../shared/session.ts";
import { feedSource } from "./feed-source.ts";

test("a channel's feed is kept while its reader is signed in, and forgotten with the session", () => {
  const queryClient = new QueryClient();
  queryClient.setQueryData(sessionQuery.queryKey, {} as never);
  const read = feedSource(queryClient, "alerts");
  expect(feedSource(queryClient, "alerts")).toBe(read);
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey });
  expect(feedSource(queryClient, "alerts")).not.toBe(read);
});
