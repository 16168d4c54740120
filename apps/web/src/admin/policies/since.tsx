import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";

interface SinceProps {
  /** Null: never set, so the default holds. */
  readonly at: string | null;
  /** Name of whoever set it; null for a program. */
  readonly by: string | null;
  /** In a column, whose heading says what it is. */
  readonly short?: boolean;
}

/** Since when something holds, and who set it. */
export function Since({ at, by, short = false }: SinceProps): ReactElement {
  const t = useText();
  const { formatDate } = useIntl();
  if (at === null) return <Text size={short ? 300 : 200}>{t("admin.policies.since.default")}</Text>;
  const when = formatDate(at, { dateStyle: "medium", timeStyle: short ? "short" : "medium" });
  const words = by === null ? t("admin.policies.since", { when }) : t("admin.policies.since.by", { when, person: by });
  return short ? (
    <Text truncate wrap={false} block title={words}>
      {when}
    </Text>
  ) : (
    <Text size={200}>{words}</Text>
  );
}
