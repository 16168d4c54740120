import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { SetBy } from "./set-by.tsx";
import { SettingCard } from "./setting-card.tsx";
import { type Settings, settingsInForceQuery, useChangeSettings } from "./settings-query.ts";
import { SwitchRow } from "./switch-row.tsx";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "stretch" },
  acts: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

function isLink(link: string): boolean {
  return link === "" || (URL.canParse(link) && new URL(link).protocol === "https:");
}

/** What happens when people ask for apps they cannot use. */
export function RequestsSetting({ settings }: { settings: Settings }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const change = useChangeSettings();
  const { data: inForce } = useQuery(settingsInForceQuery);
  const saved = { requestMessage: settings.requestMessage, requestLink: settings.requestLink };
  const [state, setState] = useState({ base: saved, draft: saved });
  const { base, draft } = state;
  const same = (a: typeof saved, b: typeof saved) =>
    a.requestMessage === b.requestMessage && a.requestLink === b.requestLink;
  const dirty = !same(base, draft);
  const newer = !same(base, saved);
  // What others save shows by itself while nothing is typed; after that it waits for a decision.
  if (newer && (!dirty || same(draft, saved))) setState({ base: saved, draft: saved });
  const edit = (next: Partial<typeof saved>) => setState({ base, draft: { ...draft, ...next } });
  const linkFault = isLink(draft.requestLink.trim()) ? null : t("admin.policies.settings.requests.link.wrong");
  const set = (name: "allowUserRequests" | "requestMessage" | "requestLink") => {
    const one = inForce?.[name];
    return one === undefined ? null : <SetBy setBy={one.setByName} setAt={one.since} />;
  };
  return (
    <SettingCard title={t("admin.policies.settings.requests")} text={t("admin.policies.settings.requests.text")}>
      <SwitchRow
        label={t("admin.policies.settings.requests.allow")}
        what={t("admin.policies.settings.requests.allow.what")}
        checked={settings.allowUserRequests}
        disabled={change.isPending}
        onChange={(checked) => change.mutate({ allowUserRequests: checked })}
      >
        {set("allowUserRequests")}
      </SwitchRow>
      <div className={styles.form}>
        <Field
          label={t("admin.policies.settings.requests.message")}
          hint={t("admin.policies.settings.requests.message.hint")}
        >
          <Textarea
            value={draft.requestMessage}
            maxLength={1_000}
            resize="vertical"
            onChange={(_, { value }) => edit({ requestMessage: value })}
          />
        </Field>
        {set("requestMessage")}
        <Field
          label={t("admin.policies.settings.requests.link")}
          hint={t("admin.policies.settings.requests.link.hint")}
          validationMessage={linkFault}
        >
          <Input
            type="url"
            value={draft.requestLink}
            maxLength={2_048}
            onChange={(_, { value }) => edit({ requestLink: value })}
          />
        </Field>
        {set("requestLink")}
        {newer && dirty && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>
              {t("admin.policies.settings.requests.newer", {
                message: saved.requestMessage === "" ? t("admin.policies.nothing") : saved.requestMessage,
                link: saved.requestLink === "" ? t("admin.policies.nothing") : saved.requestLink,
              })}
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => setState({ base: saved, draft: saved })}>
                {t("admin.policies.settings.requests.theirs")}
              </Button>
              <Button onClick={() => setState({ base: saved, draft })}>
                {t("admin.policies.settings.requests.mine")}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <ProblemBar error={change.error} />
        {dirty && (
          <div className={styles.acts}>
            <Button
              appearance="primary"
              disabledFocusable={change.isPending || linkFault !== null || newer}
              onClick={() => {
                const wanted = {
                  requestMessage: draft.requestMessage.trim(),
                  requestLink: draft.requestLink.trim(),
                };
                change.mutate(wanted, { onSuccess: () => setState({ base: wanted, draft: wanted }) });
              }}
            >
              {t("admin.policies.settings.requests.save")}
            </Button>
            <Button onClick={() => setState({ base: saved, draft: saved })}>{t("admin.policies.discard")}</Button>
          </div>
        )}
      </div>
    </SettingCard>
  );
}
