import {
  Button,
  Field,
  Input,
  type InputProps,
  makeStyles,
  Switch,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { api, read } from "../../shared/api/client.ts";
import { Problem } from "../../shared/api/problem.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { LogoField } from "./logo-field.tsx";
import type { ChosenLogo } from "./read-logo.ts";
import { refusedFindings } from "./refused-findings.ts";
import {
  type AnswerFault,
  answersOf,
  bodyOf,
  faultsOf,
  issuesOf,
  longest,
  noAnswers,
  type TextAnswer,
} from "./registration-answers.ts";
import type { Registration } from "./registration-queries.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXL, maxWidth: "640px" },
  part: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    border: "none",
    margin: 0,
    padding: 0,
    minWidth: 0,
  },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalM },
});

interface RegistrationFormProps {
  /** Undefined for a new one. */
  readonly registration: Registration | undefined;
  readonly onSaved: (connectorId: string) => void;
  readonly onCancel: () => void;
}

/** Everything a connector is registered with. */
export function RegistrationForm({ registration: given, onSaved, onCancel }: RegistrationFormProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  // As it was when the form opened: what is typed is not to change under the hands.
  const [registration] = useState(given);
  const [answers, setAnswers] = useState(registration === undefined ? noAnswers : answersOf(registration));
  /** Undefined: as it was. */
  const [logo, setLogo] = useState<ChosenLogo | null>();
  const [tried, setTried] = useState(0);

  const save = useMutation({
    mutationFn: async () => {
      const pictures =
        logo === undefined ? {} : logo === null ? { logo } : { logo: logo.logo, colorIcon: logo.colorIcon };
      const json = { ...bodyOf(answers), ...pictures };
      const registrations = api["connector-registrations"];
      return registration === undefined
        ? await read(registrations.$post({ json }))
        : await read(registrations[":connectorId"].$put({ param: { connectorId: registration.connectorId }, json }));
    },
    onSuccess: async ({ connectorId }) => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ["registrations"] }),
        queryClient.invalidateQueries({ queryKey: ["registration", connectorId] }),
      ]);
      onSaved(connectorId);
    },
    onError: () => setTried(tried + 1),
  });
  const faults = tried > 0 ? faultsOf(answers) : {};
  const issues = save.error instanceof Problem ? issuesOf(save.error.extra) : {};
  const findings = refusedFindings(save.error);
  // To the first answer that has something to mend.
  useEffect(() => {
    if (tried > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tried]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (save.isPending) return;
    setTried(tried + 1);
    if (Object.keys(faultsOf(answers)).length === 0) save.mutate();
  }

  const words: Record<AnswerFault, string> = {
    missing: t("publisher.connectors.fault.missing"),
    address: t("publisher.connectors.fault.address"),
    https: t("publisher.connectors.fault.https"),
    domain: t("publisher.connectors.fault.domain"),
    callback: t("publisher.connectors.fault.callback"),
    tooMany: t("publisher.connectors.fault.tooMany"),
  };

  function field(
    name: TextAnswer,
    label: string,
    hint: string | undefined,
    { rows, required = true, type }: { rows?: number; required?: boolean; type?: InputProps["type"] } = {},
  ): ReactNode {
    const fault = faults[name];
    const message = fault === undefined ? issues[name] : words[fault];
    const most = longest[name];
    const change = (value: string) => {
      if (save.isError) save.reset();
      setAnswers({ ...answers, [name]: value });
    };
    const same = { value: answers[name], ...(most === undefined ? {} : { maxLength: most }) };
    return (
      <Field
        label={label}
        {...(hint === undefined ? {} : { hint })}
        required={required}
        validationMessage={message ?? null}
        validationState={message === undefined ? "none" : "error"}
      >
        {rows === undefined ? (
          <Input {...same} {...(type === undefined ? {} : { type })} onChange={(_, { value }) => change(value)} />
        ) : (
          <Textarea {...same} rows={rows} resize="vertical" onChange={(_, { value }) => change(value)} />
        )}
      </Field>
    );
  }

  const shown = logo === undefined ? (registration?.logo ?? null) : (logo?.dataUrl ?? null);
  const known = Object.keys(issues).length > 0;
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <section className={styles.part}>
        <Heading level={2}>{t("publisher.connectors.part.people")}</Heading>
        {field("name", t("publisher.connectors.name"), t("publisher.connectors.name.hint"))}
        <LogoField src={shown} onChange={setLogo} fault={issues.logo ?? issues.colorIcon} />
        {field("shortDescription", t("publisher.connectors.short"), t("publisher.connectors.short.hint"))}
        {field("detailedDescription", t("publisher.connectors.detailed"), t("publisher.connectors.detailed.hint"), {
          rows: 4,
        })}
        {field("companyName", t("publisher.connectors.company"), t("publisher.connectors.company.hint"))}
        {field("websiteUrl", t("publisher.connectors.website"), t("publisher.connectors.website.hint"), {
          type: "url",
        })}
      </section>
      <section className={styles.part}>
        <Heading level={2}>{t("publisher.connectors.part.page")}</Heading>
        {field("configurationUrl", t("publisher.connectors.page"), t("publisher.connectors.page.hint"), {
          type: "url",
        })}
        {field("validDomains", t("publisher.connectors.domains"), t("publisher.connectors.domains.hint"), {
          rows: 2,
          required: false,
        })}
      </section>
      <section className={styles.part}>
        <Heading level={2}>{t("publisher.connectors.part.more")}</Heading>
        {field("callbackUrls", t("publisher.connectors.callbacks"), t("publisher.connectors.callbacks.hint"), {
          rows: 2,
          required: false,
        })}
        <Field hint={t("publisher.connectors.actions.hint")}>
          <Switch
            checked={answers.actionsEnabled}
            label={t("publisher.connectors.actions")}
            onChange={(_, { checked }) => setAnswers({ ...answers, actionsEnabled: checked })}
          />
        </Field>
        {answers.actionsEnabled &&
          field("actionsUrl", t("publisher.connectors.actionsUrl"), t("publisher.connectors.actionsUrl.hint"), {
            type: "url",
          })}
      </section>
      {!known && <ProblemBar error={save.error} />}
      {findings.length > 0 && <FindingsList findings={findings} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={save.isPending}>
          {save.isPending
            ? t("publisher.connectors.saving")
            : registration === undefined
              ? t("publisher.connectors.register")
              : t("publisher.connectors.save")}
        </Button>
        <Button onClick={onCancel}>{t("shared.cancel")}</Button>
      </div>
    </form>
  );
}
