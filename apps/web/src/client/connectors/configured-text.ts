import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";

interface Configured {
  readonly configuredBy: string | null;
  readonly changedAt: string;
  readonly lastUsedAt: string | null;
}

/** Who configured something and when, and when it was last used: one line. */
export function useConfiguredText(): (configured: Configured) => string {
  const t = useText();
  const intl = useIntl();
  return ({ configuredBy: person, changedAt, lastUsedAt }) => {
    const when = intl.formatDate(changedAt, { dateStyle: "medium" });
    const who =
      person === null ? t("client.connectors.when", { when }) : t("client.connectors.whoWhen", { person, when });
    const used =
      lastUsedAt === null
        ? t("client.connectors.neverUsed")
        : t("client.connectors.lastUsed", {
            when: intl.formatDate(lastUsedAt, { dateStyle: "medium", timeStyle: "short" }),
          });
    return `${who} · ${used}`;
  };
}
