import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, read } from "../shared/api/client.ts";
import { notify } from "../shared/feedback/notices.ts";
import { useText } from "../shared/language/text.ts";

const newest = "20";
const place = "parvis.waiting-requests";

function remembered(): readonly string[] {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** Tells a person what came of their requests for apps: at once, or when they come back. */
export function useRequestOutcomes(): void {
  const t = useText();
  const { data } = useQuery({
    queryKey: ["requests", "newest"],
    queryFn: async () => await read(api["app-requests"].mine.$get({ query: { limit: newest } })),
  });
  useEffect(() => {
    if (data === undefined) return;
    const waited = new Set(remembered());
    for (const { id, state, answer, app } of data.items) {
      if (state === "open" || !waited.has(id) || app === null) continue;
      const names = { app: app.displayName };
      if (state === "allowed") notify({ intent: "success", title: t("shell.requests.allowed", names), stays: true });
      else
        notify({
          intent: "info",
          title: t("shell.requests.dismissed", names),
          stays: true,
          ...(answer === "" ? {} : { body: answer }),
        });
    }
    const waiting = data.items.filter(({ state }) => state === "open").map(({ id }) => id);
    localStorage.setItem(place, JSON.stringify(waiting));
  }, [data, t]);
}
