import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import type { TeamSwitches } from "../../shared/connector-switches.ts";
import { useText } from "../../shared/language/text.ts";

/** Why connectors cannot be configured here, and who said so when. Nothing when they can. */
export function SwitchedOffBar({ switches }: { switches: TeamSwitches | undefined }): ReactElement | null {
  const t = useText();
  const intl = useIntl();
  if (switches === undefined) return null;
  const { refusal, customConnectors } = switches;
  if (refusal === null) {
    return customConnectors ? null : (
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>{t("client.switches.cloud")}</MessageBarBody>
      </MessageBar>
    );
  }
  const reasons = {
    "organisation-off": t("client.switches.organisation"),
    "workload-off": t("client.switches.workload"),
    "custom-connectors-unavailable": t("client.switches.cloud"),
    "team-off": t("client.switches.team"),
    "owners-only": t("client.switches.owners"),
    "buttons-off": t("client.switches.buttons"),
  };
  const { reason, setBy: person, setAt } = refusal;
  const when = setAt === null ? undefined : intl.formatDate(setAt, { dateStyle: "long", timeStyle: "short" });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{reasons[reason]}</MessageBarTitle>
        {when === undefined
          ? t("client.switches.default")
          : person === null
            ? t("client.switches.when", { when })
            : t("client.switches.whoWhen", { person, when })}{" "}
        {reason === "owners-only" ? t("client.switches.askOwner") : t("client.switches.askAdministrator")}
      </MessageBarBody>
    </MessageBar>
  );
}
