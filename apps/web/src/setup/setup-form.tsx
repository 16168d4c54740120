import { Button, Checkbox, Field, Input, makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { ProblemBar } from "../shared/feedback/problem-bar.tsx";
import { useText } from "../shared/language/text.ts";
import { mistakesIn, type SetupMistakes, type SetupWish } from "./setup-wish.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

interface SetupFormProps {
  readonly pending: boolean;
  readonly error: unknown;
  readonly onSubmit: (wish: SetupWish) => void;
}

const empty: SetupWish = { organisation: "", name: "", upn: "", password: "", demo: false };

export function SetupForm({ pending, error, onSubmit }: SetupFormProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [wish, setWish] = useState(empty);
  const [tried, setTried] = useState(false);
  const mistakes: SetupMistakes = tried ? mistakesIn(wish) : {};
  const change = (part: Partial<SetupWish>) => setWish((before) => ({ ...before, ...part }));

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(mistakesIn(wish));
    if (first === undefined) {
      if (!pending)
        onSubmit({ ...wish, organisation: wish.organisation.trim(), name: wish.name.trim(), upn: wish.upn.trim() });
    } else form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      <Text>{t("setup.intro")}</Text>
      <ProblemBar error={error} />
      <Field
        label={t("setup.organisation")}
        required
        validationMessage={mistakes.organisation ? t("setup.organisationExpected") : null}
      >
        <Input
          name="organisation"
          autoComplete="organization"
          autoFocus
          value={wish.organisation}
          onChange={(_, { value }) => change({ organisation: value })}
        />
      </Field>
      <Field label={t("setup.name")} required validationMessage={mistakes.name ? t("setup.nameExpected") : null}>
        <Input name="name" autoComplete="name" value={wish.name} onChange={(_, { value }) => change({ name: value })} />
      </Field>
      <Field
        label={t("setup.upn")}
        required
        hint={t("setup.upnHint")}
        validationMessage={mistakes.upn ? t("setup.upnExpected") : null}
      >
        <Input
          name="upn"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          value={wish.upn}
          onChange={(_, { value }) => change({ upn: value })}
        />
      </Field>
      <Field
        label={t("setup.password")}
        required
        hint={t("setup.passwordHint")}
        validationMessage={mistakes.password ? t("setup.passwordExpected") : null}
      >
        <Input
          name="password"
          type="password"
          autoComplete="new-password"
          value={wish.password}
          onChange={(_, { value }) => change({ password: value })}
        />
      </Field>
      <Checkbox
        label={t("setup.demo")}
        checked={wish.demo}
        onChange={(_, data) => change({ demo: data.checked === true })}
      />
      <Button
        type="submit"
        appearance="primary"
        size="large"
        disabledFocusable={pending}
        icon={pending ? <Spinner size="tiny" /> : null}
      >
        {pending ? t(wish.demo ? "setup.filling" : "setup.making") : t("setup.submit")}
      </Button>
    </form>
  );
}
