import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import type { AppUse } from "./app-use-queries.ts";

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
  },
});

/** What goes for good with an app, for how many, and which policies go on naming it. */
export function AppLoss({ app, loss }: { app: AppDetails; loss: AppUse }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { installations, people, connectors, policies } = loss;
  const counted = [
    [installations.personal, "admin.app.delete.personal"],
    [installations.team, "admin.app.delete.teams"],
    [installations.chat, "admin.app.delete.chats"],
    [connectors, "admin.app.delete.connectors"],
  ] as const;
  const lost = [
    ...counted.flatMap(([count, words]) => (count === 0 ? [] : [t(words, { count })])),
    t("admin.app.delete.versions", { count: app.versions.length }),
    t("admin.app.delete.consents"),
  ];
  return (
    <>
      <Text weight="semibold">{t("admin.app.delete.people", { count: people })}</Text>
      <Text>{t("admin.app.delete.lost")}</Text>
      <ul className={styles.list}>
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {policies.length > 0 && (
        <>
          <Text>{t("admin.app.delete.policies", { count: policies.length })}</Text>
          <ul className={styles.list}>
            {policies.map(({ kind, id, name }) => (
              <li key={`${kind} ${id}`}>
                <TextLink to="/admin/policies/$kind/$policyId" params={{ kind, policyId: id }}>
                  {name}
                </TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <Text>{t("admin.app.delete.stays")}</Text>
    </>
  );
}
