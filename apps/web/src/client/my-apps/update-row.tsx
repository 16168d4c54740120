import { Button, Checkbox, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { useMyAppsListStyles } from "./my-apps-list.ts";
import type { Waiting } from "./waiting-queries.ts";

interface UpdateRowProps {
  readonly one: Waiting;
  /** Undefined where there is nothing to choose from. */
  readonly selected: boolean | undefined;
  readonly onSelect: (selected: boolean) => void;
  readonly onUpdate: () => void;
}

/** An app that waits: why, and the way to let it go on. */
export function UpdateRow({ one, selected, onSelect, onUpdate }: UpdateRowProps): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { name: app, publisherName, version, next, reasons, consentWithdrawn, team, mayAccept } = one;
  const { formatList } = useIntl();
  const there = { app, team: team?.displayName ?? "" };
  return (
    <li className={list.row}>
      {selected !== undefined && (
        <Checkbox
          checked={selected}
          disabled={!mayAccept}
          aria-label={team === null ? t("client.apps.updates.select", there) : t("client.apps.updates.selectIn", there)}
          onChange={(_, { checked }) => onSelect(checked === true)}
        />
      )}
      <div className={list.what}>
        <AppIdentity
          icon={one.icon}
          name={app}
          second={t("client.app.byVersion", { publisher: publisherName, version })}
        />
        <Text size={200}>
          {consentWithdrawn
            ? t("client.apps.updates.withdrawn")
            : t("client.apps.mine.asksBecause", { version: next.version, reasons: formatList(reasons) })}
        </Text>
        {team !== null && !mayAccept && <Text size={200}>{t("client.apps.updates.byOwner", there)}</Text>}
      </div>
      <div className={list.actions}>
        {mayAccept && (
          <Button
            size="small"
            appearance="primary"
            aria-label={team === null ? t("client.team.updateThis", { app }) : t("client.apps.manage.updateIn", there)}
            onClick={onUpdate}
          >
            {consentWithdrawn ? t("client.apps.personal.agreeAnew") : t("client.team.update")}
          </Button>
        )}
        <TextLink to="/apps/$appId" params={{ appId: one.appId }} aria-label={t("client.team.detailsOf", { app })}>
          {t("client.team.details")}
        </TextLink>
      </div>
    </li>
  );
}
