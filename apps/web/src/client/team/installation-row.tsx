import { Badge, Button, makeStyles, tokens } from "@fluentui/react-components";
import { DeleteRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import type { Installation } from "./installations-query.ts";

export const useInstallationListStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  what: { flexGrow: 1, flexBasis: "240px", minWidth: 0 },
  actions: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface InstallationRowProps {
  readonly installation: Installation;
  readonly onUpdate: () => void;
  readonly onRemove: () => void;
}

export function InstallationRow({ installation, onUpdate, onRemove }: InstallationRowProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const intl = useIntl();
  const { app, version, update, consentWithdrawn, mayManage, installedBy: person, installedAt } = installation;
  const when = intl.formatDate(installedAt, { dateStyle: "medium" });
  const added = person === null ? t("client.team.added", { when }) : t("client.team.addedBy", { person, when });
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <AppIdentity
          icon={app.icon}
          name={app.displayName}
          second={`${t("client.app.byVersion", { publisher: app.publisherName, version })} · ${added}`}
        />
      </div>
      <div className={styles.actions}>
        {update && (
          <Badge appearance="tint" color="informative">
            {t("client.team.updateTo", { version: update.version })}
          </Badge>
        )}
        {consentWithdrawn && (
          <Badge appearance="tint" color="warning">
            {t("client.team.withdrawn")}
          </Badge>
        )}
        {(update ?? consentWithdrawn) && mayManage && (
          <Button
            size="small"
            appearance="primary"
            aria-label={t("client.team.updateThis", { app: app.displayName })}
            onClick={onUpdate}
          >
            {consentWithdrawn ? t("client.team.agreeAnew") : t("client.team.update")}
          </Button>
        )}
        <TextLink
          to="/apps/$appId"
          params={{ appId: app.id }}
          aria-label={t("client.team.detailsOf", { app: app.displayName })}
        >
          {t("client.team.details")}
        </TextLink>
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
      </div>
    </li>
  );
}
