import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  type InputProps,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Text,
} from "@fluentui/react-components";
import type { AppKind } from "@parvis/manifest";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { languageState } from "../../../shared/language/language-store.ts";
import { useText } from "../../../shared/language/text.ts";
import { useDialogStyles } from "../../../shared/layout/dialog-styles.ts";
import { useObservable } from "../../../shared/observable.ts";
import type { Draft } from "../../desk.ts";
import { run } from "../../engine/engine.ts";
import { useFaultText } from "../../engine/engine-problem.tsx";
import { newDraft } from "../draft/new-draft.ts";
import { type AnswerName, appAnswers, faultsByAnswer, missingAnswers, needed, noAnswers } from "./begin-answers.ts";

const useStyles = makeStyles({ form: { display: "contents" } });

interface BeginFormProps {
  readonly kind: AppKind;
  readonly onBegin: (draft: Draft) => void;
  readonly onClose: () => void;
}

/** A few questions, and a manifest with icons that holds to every rule. */
export function BeginForm({ kind, onBegin, onClose }: BeginFormProps): ReactElement {
  const styles = useStyles();
  const dialog = useDialogStyles();
  const t = useText();
  const faultText = useFaultText();
  const { language } = useObservable(languageState);
  const [answers, setAnswers] = useState(noAnswers);
  const [tried, setTried] = useState(false);
  const making = useMutation({
    mutationFn: async () => await run("generate", { answers: appAnswers(kind, answers), language }),
    onSuccess: ({ text, files, faults }) => {
      if (faults.length === 0) onBegin(newDraft({ text, files, name: answers.name.trim() }, false));
    },
  });
  const faults = faultsByAnswer(making.data?.faults ?? [], answers);
  const missing = tried ? missingAnswers(answers) : [];

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (missingAnswers(answers).length === 0) making.mutate();
  }

  const field = (name: AnswerName, label: string, hint: string, more: Partial<InputProps> = {}) => {
    const fault = missing.includes(name) ? t("publisher.edit.begin.missing") : faults[name];
    return (
      <Field
        key={name}
        label={label}
        hint={hint}
        required={needed.includes(name)}
        validationMessage={fault ?? null}
        validationState={fault === undefined ? "none" : "error"}
      >
        <Input
          {...more}
          value={answers[name]}
          onChange={(_, { value }) => {
            making.reset();
            setAnswers({ ...answers, [name]: value });
          }}
        />
      </Field>
    );
  };
  const titles = {
    connector: t("publisher.edit.begin.connector"),
    tab: t("publisher.edit.begin.tab"),
    bot: t("publisher.edit.begin.bot"),
  };
  const registration = kind === "bot" ? t("publisher.edit.begin.botId") : t("publisher.edit.begin.connectorId");
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <DialogBody>
        <DialogTitle>{titles[kind]}</DialogTitle>
        <DialogContent className={dialog.content}>
          <Text>{t("publisher.edit.begin.text")}</Text>
          {field("name", t("publisher.edit.begin.name"), t("publisher.edit.begin.name.hint"), { autoFocus: true })}
          {field("developer", t("publisher.edit.begin.developer"), t("publisher.edit.begin.developer.hint"))}
          {field("url", t("publisher.edit.begin.url"), t("publisher.edit.begin.url.hint"), { type: "url" })}
          {field("description", t("publisher.edit.begin.description"), t("publisher.edit.begin.description.hint"))}
          {field("website", t("publisher.edit.begin.website"), t("publisher.edit.begin.website.hint"), {
            type: "url",
          })}
          {kind !== "tab" && field("registrationId", registration, t("publisher.edit.begin.registration.hint"))}
          {field("accentColor", t("publisher.edit.begin.accent"), t("publisher.edit.begin.accent.hint"))}
          {(faults.other !== undefined || making.error !== null) && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{faults.other ?? faultText(making.error).title}</MessageBarBody>
            </MessageBar>
          )}
        </DialogContent>
        <DialogActions fluid>
          <Button onClick={onClose}>{t("shared.cancel")}</Button>
          <Button type="submit" appearance="primary" disabledFocusable={making.isPending}>
            {t("publisher.edit.begin.action")}
          </Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
