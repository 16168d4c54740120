import type { TextOf } from "../../shared/language/text.ts";
import type { Gate } from "./asking-queries.ts";

interface Names {
  readonly app: string;
  readonly publisher: string;
  readonly organisation: string;
}

/** What stands between somebody and an app, in words for whoever may not change it. */
export function refusalText({ gate, setting, value, policy }: Gate, names: Names, t: TextOf): string {
  switch (gate) {
    case "organisation-setting":
      return setting === "allowThirdPartyApps"
        ? t("client.apps.refusal.thirdPartyOff", { organisation: names.organisation })
        : t("client.apps.refusal.customOff", { organisation: names.organisation });
    case "app-status":
      if (value === "blockedByPublisher") return t("client.apps.refusal.byPublisher", { publisher: names.publisher });
      if (setting === "allowNewThirdPartyApps") return t("client.apps.refusal.tooNew");
      return t("client.apps.refusal.blocked", { app: names.app });
    case "availability":
      return value === "noone"
        ? t("client.apps.refusal.noone", { app: names.app })
        : t("client.apps.refusal.others", { app: names.app });
    case "permission-policy":
      return t("client.apps.refusal.policy", { app: names.app, policy: policy?.name ?? "" });
    default:
      return t("client.apps.refusal.other", { app: names.app });
  }
}
