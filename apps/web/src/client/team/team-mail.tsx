import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { QueryView } from "../../shared/feedback/query-view.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import type { Team } from "../../shared/teams.ts";

/** Where connectors' mail for the whole team goes; null: to each member. */
function teamMailQuery(teamId: string) {
  return queryOptions({
    queryKey: ["team-mail", teamId],
    queryFn: async () => await read(api.teams[":teamId"].mail.$get({ param: { teamId } })),
  });
}

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "start" },
  input: { flex: "1 1 240px", minWidth: 0 },
});

interface TeamMailProps {
  readonly team: Team;
  readonly mayChange: boolean;
}

/** A mailing list that stands for the team, in place of a mail to each member. */
export function TeamMail({ team, mayChange }: TeamMailProps): ReactElement {
  const query = useQuery(teamMailQuery(team.id));
  return (
    <QueryView query={query} skeleton={<RowSkeletons rows={1} />}>
      {({ address }) => <MailForm key={address} team={team} address={address ?? ""} mayChange={mayChange} />}
    </QueryView>
  );
}

function MailForm({ team, address, mayChange }: TeamMailProps & { address: string }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(address);
  const save = useMutation({
    mutationFn: async () =>
      await read(
        api.teams[":teamId"].mail.$put({
          param: { teamId: team.id },
          json: { address: typed.trim() === "" ? null : typed.trim() },
        }),
      ),
    onSuccess: (now) => {
      queryClient.setQueryData(teamMailQuery(team.id).queryKey, now);
      notify({ intent: "success", title: t("client.team.mailAddress.saved") });
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (mayChange && !save.isPending) save.mutate();
  }
  return (
    <form onSubmit={submit} noValidate>
      <Field label={t("client.team.mailAddress")} hint={t("client.team.mailAddress.hint")}>
        {(control) => (
          <div className={styles.row}>
            <Input
              {...control}
              className={styles.input}
              type="email"
              readOnly={!mayChange}
              value={typed}
              onChange={(_, { value }) => {
                if (save.isError) save.reset();
                setTyped(value);
              }}
            />
            <Button type="submit" disabledFocusable={!mayChange || save.isPending || typed.trim() === address}>
              {t("client.page.save")}
            </Button>
          </div>
        )}
      </Field>
      <ProblemBar error={save.error} />
    </form>
  );
}
