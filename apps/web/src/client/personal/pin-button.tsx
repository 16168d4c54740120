import { Badge, Button } from "@fluentui/react-components";
import { PinOffRegular, PinRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { appBarQuery, usePins } from "../../shared/my-apps.ts";

/** Pins an app to the bar, or takes it off; says when that is the organisation's to decide. */
export function PinButton({ appId, name }: { appId: string; name: string }): ReactElement | null {
  const t = useText();
  const { data: bar } = useQuery(appBarQuery);
  const pins = usePins();
  if (bar === undefined) return null;
  const pinned = bar.items.find(({ app }) => app.id === appId);
  if (pinned === undefined ? !bar.allowUserPinning : !pinned.mayUnpin)
    return pinned === undefined ? null : <Badge appearance="tint">{t("client.apps.personal.pinnedByPolicy")}</Badge>;
  const label = pinned ? t("client.apps.personal.unpin", { app: name }) : t("client.apps.personal.pin", { app: name });
  return (
    <Button
      appearance="subtle"
      icon={pinned ? <PinOffRegular /> : <PinRegular />}
      aria-label={label}
      title={label}
      onClick={() => void (pinned ? pins.unpin(appId, pinned.pinnedBy) : pins.pin(appId))}
    />
  );
}
