import { useIntl } from "react-intl";
import { notify } from "../../shared/feedback/notices.ts";
import { useText } from "../../shared/language/text.ts";

/** Says that something was saved, and from when on it holds everywhere. */
export function useToldEffect(): (title: string, effectiveSince: string | null) => void {
  const t = useText();
  const { formatDate } = useIntl();
  return (title, effectiveSince) => {
    const when = formatDate(effectiveSince ?? new Date(), { dateStyle: "medium", timeStyle: "medium" });
    notify({ intent: "success", title, body: t("admin.policies.since", { when }) });
  };
}
