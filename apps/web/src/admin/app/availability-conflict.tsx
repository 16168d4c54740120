import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { choiceOf } from "./availability-draft.ts";
import type { InForce } from "./availability-queries.ts";
import { choiceText } from "./availability-texts.ts";

/** Another administrator saved while this one was choosing: what they saved, and the way to take it over. */
export function AvailabilityConflict(props: { inForce: InForce; onTakeTheirs: () => void }): ReactElement {
  const { inForce, onTakeTheirs } = props;
  const t = useText();
  const { formatDate } = useIntl();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t("admin.app.availability.conflict")}</MessageBarTitle>{" "}
        {t("admin.app.availability.conflictWhat", {
          person: inForce.setByName ?? t("admin.app.access.somebody"),
          since: formatDate(inForce.since ?? Date.now(), { dateStyle: "medium", timeStyle: "short" }),
          choice: choiceText(choiceOf(inForce), t),
          people: inForce.people,
          groups: inForce.groups,
        })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onTakeTheirs}>{t("admin.app.availability.takeTheirs")}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
