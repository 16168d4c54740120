import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { useSession } from "../../shared/session.ts";
import type { AppDetails } from "../apps/app-queries.ts";
import { PeoplePicker } from "../people/people-picker.tsx";
import { type Access, accessQuery } from "./access-queries.ts";
import { GateCard, Verdict } from "./gate-card.tsx";

const route = getRouteApi("/frame/admin/apps/$appId");

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "800px" },
  picker: { maxWidth: "480px" },
  decision: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  verdict: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  gates: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
});

function Decision({ access, app }: { access: Access; app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const session = useSession();
  const { allowed, person, gates, further, decidedBy } = access;
  const whom = { name: person.displayName, self: person.id === session.person.id };
  const words = { person: person.displayName, self: String(whom.self), name: app.displayName };
  return (
    <section className={styles.decision} aria-live="polite">
      <div className={styles.verdict}>
        <Verdict passed={allowed} />
        <Heading level={2} size={400}>
          {allowed ? t("admin.app.access.allowed", words) : t("admin.app.access.notAllowed", words)}
        </Heading>
      </div>
      <Text>{t("admin.app.access.how")}</Text>
      <ol className={styles.gates}>
        {gates.map((gate, index) => (
          <li key={gate.gate}>
            <GateCard gate={gate} appId={app.id} whom={whom} decides={index === gates.length - 1} />
          </li>
        ))}
      </ol>
      {further.length > 0 && (
        <>
          <Text>{t("admin.app.access.further")}</Text>
          <ol className={styles.gates}>
            {further.map((gate) => (
              <li key={gate.gate}>
                <GateCard gate={gate} appId={app.id} whom={whom} decides={false} />
              </li>
            ))}
          </ol>
        </>
      )}
      {decidedBy.effectiveSince !== null && (
        <Text size={200} className={styles.quiet}>
          {t("admin.app.access.effectiveSince", {
            since: formatDate(decidedBy.effectiveSince, { dateStyle: "long", timeStyle: "medium" }),
          })}
        </Text>
      )}
    </section>
  );
}

/** Why somebody may use the app, or not: every gate on the way, what decided it, who set that, and since when. */
export function AccessTab({ app }: { app: AppDetails }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { person } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery({ ...accessQuery(app.id, person), placeholderData: keepPreviousData });
  const { data } = query;
  // Asked for by id or sign-in name; until the answer says who that is, nobody is shown.
  const picked = person === undefined || data === undefined || query.isPlaceholderData ? [] : [data.person];
  return (
    <div className={styles.root}>
      <div className={styles.picker}>
        <PeoplePicker
          label={t("admin.app.access.who")}
          hint={t("admin.app.access.whoHint")}
          value={picked}
          onChange={(people) =>
            void navigate({
              search: ({ person: _, ...others }) => {
                const last = people.at(-1);
                return last === undefined ? others : { ...others, person: last.id };
              },
              replace: true,
            })
          }
        />
      </div>
      <QueryView query={query} skeleton={<RowSkeletons rows={3} />}>
        {(access) => <Decision access={access} app={app} />}
      </QueryView>
    </div>
  );
}
