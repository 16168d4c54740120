import {
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { useIntl } from "react-intl";
import { api, read } from "../../shared/api/client.ts";
import { hasCode } from "../../shared/api/problem.ts";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import type { AppDetails } from "../apps/app-queries.ts";
import { ImpactNote } from "../impact/impact-note.tsx";
import { SubjectPicker } from "../subjects/subject-picker.tsx";
import type { Subject } from "../subjects/subject-picture.tsx";
import { AvailabilityConflict } from "./availability-conflict.tsx";
import { type AvailabilityChoice, type AvailabilityDraft, choiceOf, differs, wantedOf } from "./availability-draft.ts";
import type { InForce } from "./availability-queries.ts";
import { choiceText } from "./availability-texts.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground3 },
  label: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

const kindTexts = {
  microsoft: "admin.app.availability.defaultWhat.microsoft",
  thirdParty: "admin.app.availability.defaultWhat.thirdParty",
  custom: "admin.app.availability.defaultWhat.custom",
} as const;

/** Who set what holds, and since when. */
function InForceSince({ inForce }: { inForce: InForce }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const { setBy, setByName, since, touched } = inForce;
  const words =
    setBy === null || since === null
      ? t("admin.app.access.byDefault")
      : t(touched ? "admin.app.availability.setBy" : "admin.app.availability.defaultSetBy", {
          person: setByName ?? t("admin.app.access.somebody"),
          since: formatDate(since, { dateStyle: "long", timeStyle: "short" }),
        });
  return (
    <Text size={200} className={styles.quiet}>
      {words}
    </Text>
  );
}

interface AvailabilityEditorProps {
  readonly app: AppDetails;
  readonly inForce: InForce;
  readonly named: readonly Subject[];
  /** Whether these are all of them. */
  readonly complete: boolean;
}

/** Chooses whom an app is for: everyone, certain people and groups, or no one. Says who gains and loses before it is saved. */
export function AvailabilityEditor({ app, inForce, named, complete }: AvailabilityEditorProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  // Absent while nothing is changed: what is shown follows what others save.
  const [draft, setDraft] = useState<AvailabilityDraft>();
  const shown = draft ?? { choice: choiceOf(inForce), subjects: named, etag: inForce.etag };
  const changed = draft !== undefined && differs(draft, inForce, named);
  const nobodyNamed = shown.choice === "usersAndGroups" && shown.subjects.length === 0;
  const fresh = async () => await queryClient.invalidateQueries({ queryKey: ["app", app.id] });
  const save = useMutation({
    mutationFn: async ({ draft: wanted, etag }: { draft: AvailabilityDraft; etag: string }) =>
      await read(
        api.apps[":appId"].availability.$put({
          param: { appId: app.id },
          header: { "if-match": etag },
          json: wantedOf(wanted),
        }),
      ),
    onSuccess: async () => {
      await Promise.all([
        fresh(),
        ...["apps", "access", "requests"].map(async (key) => await queryClient.invalidateQueries({ queryKey: [key] })),
      ]);
      setDraft(undefined);
      notify({ intent: "success", title: t("admin.app.availability.saved", { name: app.displayName }) });
    },
    // Shows what the other administrator saved.
    onError: async (error) => (hasCode(error, "change/stale") ? await fresh() : undefined),
  });
  const edit = (change: Partial<AvailabilityDraft>) => {
    save.reset();
    setDraft({ ...shown, ...change });
  };
  const what: Record<AvailabilityChoice, string> = {
    default: t(kindTexts[app.kind], {
      value: inForce.touched ? "unknown" : inForce.availability,
    }),
    everyone: t("admin.app.availability.everyoneWhat"),
    usersAndGroups: t("admin.app.availability.usersAndGroupsWhat"),
    noone: t("admin.app.availability.nooneWhat"),
  };
  const outdated = changed && draft.etag !== inForce.etag;
  return (
    <div className={styles.root}>
      <Heading level={2} size={400}>
        {t("admin.app.availability.title")}
      </Heading>
      {app.status !== "allowed" && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{t("admin.app.availability.whileBlocked")}</MessageBarBody>
        </MessageBar>
      )}
      <RadioGroup
        aria-label={t("admin.app.availability.title")}
        value={shown.choice}
        onChange={(_, { value }) => edit({ choice: value as AvailabilityChoice })}
      >
        {(["default", "everyone", "usersAndGroups", "noone"] as const).map((choice) => (
          <Radio
            key={choice}
            value={choice}
            label={
              <span className={styles.label}>
                {choiceText(choice, t)}
                <Text size={200} className={styles.quiet}>
                  {what[choice]}
                </Text>
              </span>
            }
          />
        ))}
      </RadioGroup>
      {shown.choice === "usersAndGroups" && (
        <SubjectPicker
          label={t("admin.app.availability.subjects")}
          hint={complete ? "" : t("admin.app.availability.notAll")}
          value={shown.subjects}
          onChange={(subjects) => edit({ subjects })}
          fault={nobodyNamed ? t("admin.app.availability.nobodyNamed") : null}
        />
      )}
      <InForceSince inForce={inForce} />
      {changed && !nobodyNamed && <ImpactNote change={{ change: "availability", appId: app.id, ...wantedOf(draft) }} />}
      {outdated && <AvailabilityConflict inForce={inForce} onTakeTheirs={() => setDraft(undefined)} />}
      <ProblemBar error={hasCode(save.error, "change/stale") ? null : save.error} />
      {changed && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={save.isPending || nobodyNamed || !complete}
            onClick={() => {
              if (!save.isPending && !nobodyNamed) save.mutate({ draft, etag: outdated ? inForce.etag : draft.etag });
            }}
          >
            {save.isPending
              ? t("admin.working")
              : outdated
                ? t("admin.app.availability.saveAnyway")
                : t("admin.app.availability.save", { choice: shown.choice, name: app.displayName })}
          </Button>
          <Button onClick={() => setDraft(undefined)}>{t("shared.cancel")}</Button>
        </div>
      )}
    </div>
  );
}
