import { Badge } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { useMyAppsListStyles } from "../my-apps/my-apps-list.ts";

interface InstalledAppRowProps {
  readonly installed: {
    readonly app: {
      readonly id: string;
      readonly icon: string | null;
      readonly displayName: string;
      readonly publisherName: string;
    };
    readonly version: string;
    readonly update: { readonly version: string } | null;
    readonly consentWithdrawn: boolean;
    readonly mayManage: boolean;
  };
  /** Said after publisher and version. */
  readonly more?: string;
  /** The way to consent, to the update or anew, for those who may. */
  readonly toConsent: ReactNode;
  /** What else can be done. */
  readonly children?: ReactNode;
}

/** An app of a team in a list: what it is, whether a newer version waits, and the ways to it. */
export function InstalledAppRow({ installed, more, toConsent, children }: InstalledAppRowProps): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { app, version, update, consentWithdrawn, mayManage } = installed;
  const by = t("client.app.byVersion", { publisher: app.publisherName, version });
  return (
    <li className={list.row}>
      <div className={list.what}>
        <AppIdentity icon={app.icon} name={app.displayName} second={more === undefined ? by : `${by} · ${more}`} />
      </div>
      <div className={list.actions}>
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
        {(update ?? consentWithdrawn) && mayManage && toConsent}
        <TextLink
          to="/apps/$appId"
          params={{ appId: app.id }}
          aria-label={t("client.team.detailsOf", { app: app.displayName })}
        >
          {t("client.team.details")}
        </TextLink>
        {children}
      </div>
    </li>
  );
}
