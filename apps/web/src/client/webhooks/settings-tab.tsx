import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { choiceOf, limitsOf } from "./limits-choice.ts";
import { LimitsField } from "./limits-field.tsx";
import type { Webhook, WebhookActs } from "./webhook.ts";
import { WebhookPicture } from "./webhook-picture.tsx";
import type { RateLimit } from "./webhook-text.ts";

const longestName = 80;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL, maxWidth: "640px" },
  button: { alignSelf: "start" },
});

interface SettingsTabProps {
  readonly webhook: Webhook;
  readonly acts: WebhookActs;
  readonly mayConfigure: boolean;
}

/** What can be changed about a webhook: name and picture where it is made by hand, answers, limits. */
export function SettingsTab({ webhook, acts, mayConfigure }: SettingsTabProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const byHand = webhook.app === null;
  const [name, setName] = useState(webhook.name);
  /** Undefined: as it was. */
  const [picture, setPicture] = useState<string | null>();
  const [mode, setMode] = useState(webhook.mode);
  const [choice, setChoice] = useState(() => choiceOf(webhook.rateLimits));
  const [tried, setTried] = useState(false);
  const limits = limitsOf(choice);
  const save = useMutation({
    mutationFn: async (rateLimits: RateLimit[] | null) =>
      await acts.save({
        mode,
        rateLimits,
        ...(byHand ? { name: name.trim(), ...(picture === undefined ? {} : { picture }) } : {}),
      }),
    onSuccess: (now) => {
      queryClient.setQueryData(acts.queryKey, now);
      setPicture(undefined);
      notify({ intent: "success", title: t("client.webhooks.saved") });
    },
  });
  const missing = byHand && name.trim() === "";

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!missing && limits !== undefined && !save.isPending && mayConfigure) save.mutate(limits);
  }

  return (
    <form className={styles.root} onSubmit={submit} noValidate>
      {byHand ? (
        <>
          <Field
            label={t("client.webhooks.name")}
            required
            validationMessage={tried && missing ? t("client.webhooks.name.missing") : null}
          >
            <Input
              maxLength={longestName}
              readOnly={!mayConfigure}
              value={name}
              onChange={(_, { value }) => setName(value)}
            />
          </Field>
          {webhook.icon !== undefined && (
            <WebhookPicture src={picture === undefined ? webhook.icon : picture} onChange={setPicture} />
          )}
        </>
      ) : (
        <Text>{t("client.webhooks.namedByPage", { app: webhook.app?.displayName ?? "" })}</Text>
      )}
      <Field label={t("client.webhooks.mode")} hint={t("client.webhooks.mode.hint")}>
        <RadioGroup
          value={mode}
          disabled={!mayConfigure}
          onChange={(_, { value }) => setMode(value as Webhook["mode"])}
        >
          <Radio value="compatible" label={t("client.webhooks.mode.compatible")} />
          <Radio value="strict" label={t("client.webhooks.mode.strict")} />
        </RadioGroup>
      </Field>
      <LimitsField
        value={choice}
        onChange={setChoice}
        readOnly={!mayConfigure}
        fault={tried && limits === undefined ? t("client.webhooks.limits.wrong") : undefined}
      />
      <ProblemBar error={save.error} />
      <Button
        type="submit"
        appearance="primary"
        className={styles.button}
        disabledFocusable={save.isPending || !mayConfigure}
      >
        {save.isPending ? t("client.page.saving") : t("client.page.save")}
      </Button>
    </form>
  );
}
