import { Badge } from "@fluentui/react-components";
import { CheckmarkCircleFilled, ProhibitedFilled } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { App } from "./app-queries.ts";

const words = {
  blocked: "admin.apps.status.blocked",
  blockedByPublisher: "admin.apps.status.blockedByPublisher",
  blockedOrgWide: "admin.apps.status.blockedOrgWide",
} as const;

/** Whether people may use an app. */
export function AppStatus({ status }: Pick<App, "status">): ReactElement {
  const t = useText();
  return status === "allowed" ? (
    <Badge appearance="tint" color="success" icon={<CheckmarkCircleFilled />}>
      {t("admin.apps.status.allowed")}
    </Badge>
  ) : (
    <Badge appearance="tint" color="danger" icon={<ProhibitedFilled />}>
      {t(words[status])}
    </Badge>
  );
}
