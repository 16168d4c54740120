import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChatRegular, PeopleCommunityRegular, PeopleTeamRegular, PersonRegular } from "@fluentui/react-icons";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { FormattedDate } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { type AppPlace, appUseQuery, useAppPlaces } from "./app-use-queries.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  place: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalM,
    borderBlockEndWidth: tokens.strokeWidthThin,
    borderBlockEndStyle: "solid",
    borderBlockEndColor: tokens.colorNeutralStroke2,
  },
  icon: {
    display: "flex",
    flexShrink: 0,
    color: tokens.colorNeutralForeground3,
    "& svg": { width: "24px", height: "24px" },
  },
  words: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXXS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { alignSelf: "start" },
});

const icons = {
  personal: <PersonRegular />,
  team: <PeopleTeamRegular />,
  channel: <PeopleTeamRegular />,
  chat: <ChatRegular />,
};

/** Who or what it is that has the app, with the way there. */
function TargetName({ scope, target }: Pick<AppPlace, "scope" | "target">): ReactElement {
  const t = useText();
  if (target === null) return <Text weight="semibold">–</Text>;
  const { id, displayName } = target;
  if (scope === "team") {
    return (
      <TextLink to="/admin/teams/$teamId" params={{ teamId: id }}>
        {displayName}
      </TextLink>
    );
  }
  if (scope === "personal") {
    return (
      <TextLink to="/admin/people" search={{ open: id }}>
        {displayName}
      </TextLink>
    );
  }
  return <Text weight="semibold">{displayName || t("admin.app.places.chat")}</Text>;
}

function PlaceRow({ place }: { place: AppPlace }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { scope, version, installedBy, installedAt } = place;
  return (
    <li className={styles.place}>
      <span className={styles.icon} aria-hidden>
        {icons[scope]}
      </span>
      <div className={styles.words}>
        <span>
          <TargetName {...place} />
        </span>
        <Text size={200} className={styles.quiet}>
          {t("admin.app.places.scope", { scope })}
          {version !== null && ` · ${t("admin.app.version", { version })}`}
          {" · "}
          {installedBy === null
            ? t("admin.app.places.byPolicy")
            : t("admin.app.places.by", { person: installedBy.displayName })}
          {" · "}
          <FormattedDate value={installedAt} dateStyle="medium" timeStyle="short" />
        </Text>
      </div>
    </li>
  );
}

/** Everybody and every team and chat that has the app, longest first. */
export function PlacesTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const query = useAppPlaces(app.id);
  const { data: use } = useQuery(appUseQuery(app.id));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={5} />}>
      {(places) =>
        places.length === 0 ? (
          <StatePanel icon={<PeopleCommunityRegular />} title={t("admin.app.places.none.title")}>
            {t("admin.app.places.none.text")}
          </StatePanel>
        ) : (
          <div className={styles.root}>
            {use !== undefined && (
              <Text role="status">{t("admin.app.places.counts", { people: use.people, ...use.installations })}</Text>
            )}
            <ul className={styles.list} aria-label={t("admin.app.tab.places")}>
              {places.map((place) => (
                <PlaceRow key={place.id} place={place} />
              ))}
            </ul>
            {!query.complete && (
              <Button className={styles.more} onClick={query.readOn}>
                {t("admin.app.more")}
              </Button>
            )}
          </div>
        )
      }
    </QueryView>
  );
}
