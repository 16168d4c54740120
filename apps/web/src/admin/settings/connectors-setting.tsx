import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import { useSession } from "../../shared/session.ts";
import { type ConnectorSwitches, connectorSwitchesQuery, type SwitchName } from "./connectors-query.ts";
import { SetBy } from "./set-by.tsx";
import { SettingCard } from "./setting-card.tsx";
import { SwitchRow } from "./switch-row.tsx";
import { useSwitchTexts } from "./switch-texts.ts";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  idle: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

/** The connector switches of the organisation. Switching one off takes something away from everybody, so that asks first. */
export function ConnectorsSetting(): ReactElement {
  const t = useText();
  const query = useQuery(connectorSwitchesQuery);
  return (
    <SettingCard title={t("admin.settings.connectors")} text={t("admin.settings.connectors.text")}>
      <QueryView query={query} skeleton={<RowSkeletons rows={6} />}>
        {(held) => <Switches held={held} />}
      </QueryView>
    </SettingCard>
  );
}

function Switches({ held }: { held: ConnectorSwitches }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const texts = useSwitchTexts();
  const { organisation } = useSession();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<SwitchName>();
  const change = useMutation({
    mutationFn: async ({ name, value }: { name: SwitchName; value: boolean }) =>
      await read(api.settings.$patch({ header: {}, json: { [name]: value } })),
    onSuccess: async (settings) => {
      queryClient.setQueryData(["settings"], settings);
      notify({ intent: "success", title: t("admin.settings.saved") });
      await queryClient.invalidateQueries({ queryKey: connectorSwitchesQuery.queryKey });
    },
  });
  const { webhooks, teams, teamsOff } = held.inUse;
  const all = held.switches.find(({ name }) => name === "connectorsEnabled");
  const master = all?.value !== false;
  return (
    <div className={styles.rows}>
      {!held.customConnectors && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t("admin.settings.connectors.cloud")}</MessageBarBody>
        </MessageBar>
      )}
      {held.switches.map(({ name, value, setBy, setAt }) => {
        const pending = change.isPending && change.variables.name === name;
        return (
          <SwitchRow
            key={name}
            label={texts[name].label}
            what={texts[name].what}
            // What was chosen shows while it is on its way.
            checked={pending ? change.variables.value : value}
            disabled={pending}
            onChange={(checked) => (checked ? change.mutate({ name, value: true }) : setAsking(name))}
          >
            <SetBy setBy={setBy} setAt={setAt} />
            {!master && name !== "connectorsEnabled" && (
              <Text size={200} className={styles.idle}>
                {t("admin.settings.connectors.idle")}
              </Text>
            )}
          </SwitchRow>
        );
      })}
      {teamsOff > 0 && (
        <Text>
          {t("admin.settings.connectors.teamsOff", { count: teamsOff })}{" "}
          <TextLink to="/admin/teams">{t("admin.section.teams")}</TextLink>
        </Text>
      )}
      {asking === undefined && <ProblemBar error={change.error} />}
      <ConfirmDialog
        key={asking}
        open={asking !== undefined}
        title={asking === undefined ? "" : texts[asking].offTitle}
        action={t("admin.settings.customApps.off.action", { organisation: organisation.displayName })}
        doing={t("admin.working")}
        act={async () => asking !== undefined && (await change.mutateAsync({ name: asking, value: false }))}
        onDone={() => setAsking(undefined)}
        onClose={() => {
          change.reset();
          setAsking(undefined);
        }}
      >
        {asking !== undefined && <Text>{texts[asking].offWhat}</Text>}
        {asking !== undefined && texts[asking].stops && (
          <Text weight="semibold">{t("admin.settings.connectors.off.count", { webhooks, teams })}</Text>
        )}
        <Text>{t("admin.settings.connectors.off.stays")}</Text>
      </ConfirmDialog>
    </div>
  );
}
