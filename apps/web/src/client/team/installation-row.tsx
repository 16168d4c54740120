import { Button } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import type { Installation } from "./installations-query.ts";
import { InstalledAppRow } from "./installed-app-row.tsx";

interface InstallationRowProps {
  readonly installation: Installation;
  readonly onUpdate: () => void;
  readonly onRemove: () => void;
}

export function InstallationRow({ installation, onUpdate, onRemove }: InstallationRowProps): ReactElement {
  const t = useText();
  const intl = useIntl();
  const { app, consentWithdrawn, mayManage, installedBy: person, installedAt } = installation;
  const when = intl.formatDate(installedAt, { dateStyle: "medium" });
  return (
    <InstalledAppRow
      installed={installation}
      more={person === null ? t("client.team.added", { when }) : t("client.team.addedBy", { person, when })}
      toConsent={
        <Button
          size="small"
          appearance="primary"
          aria-label={t("client.team.updateThis", { app: app.displayName })}
          onClick={onUpdate}
        >
          {consentWithdrawn ? t("client.team.agreeAnew") : t("client.team.update")}
        </Button>
      }
    >
      {mayManage && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={t("client.team.removeThis", { app: app.displayName })}
          title={t("client.connectors.remove")}
          onClick={onRemove}
        />
      )}
    </InstalledAppRow>
  );
}
