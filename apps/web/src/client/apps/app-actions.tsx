import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { AddRegular, OpenRegular, PeopleTeamRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { myAppQuery } from "../../shared/my-apps.ts";
import { useObservable } from "../../shared/observable.ts";
import { consentQuery } from "../install/consent-query.ts";
import { PinButton } from "../personal/pin-button.tsx";
import type { AppDetails } from "./app-queries.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalS },
});

/** Adding an app for oneself or a team, or opening it when one has it. */
export function AppActions({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const navigate = useNavigate({ from: "/apps/$appId" });
  const { language } = useObservable(languageState);
  const { data: consent } = useQuery({ ...consentQuery(app.id, language), retry: false });
  const query = useQuery({ ...myAppQuery(app.id), retry: false });
  // What was read before it was removed is gone.
  const mine = query.error === null ? query.data : undefined;
  const places = consent?.places ?? [];
  const personal = places.includes("personal");
  return (
    <div className={styles.root}>
      {mine?.mayPin && <PinButton appId={app.id} name={app.displayName} />}
      {mine !== undefined && mine.tabs.length > 0 && (
        <ButtonLink
          to="/app/$appId/{-$entityId}"
          params={{ appId: app.id }}
          appearance="primary"
          icon={<OpenRegular />}
        >
          {t("client.apps.mine.open")}
        </ButtonLink>
      )}
      {personal && mine === undefined && (
        <Button
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => void navigate({ search: { add: true, mine: true } })}
        >
          {t("client.apps.mine.add")}
        </Button>
      )}
      {places.includes("team") && (
        <Button
          appearance={personal ? "secondary" : "primary"}
          icon={personal ? <PeopleTeamRegular /> : <AddRegular />}
          onClick={() => void navigate({ search: { add: true } })}
        >
          {t("client.app.add")}
        </Button>
      )}
    </div>
  );
}
