import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { api, read } from "../shared/api/client.ts";
import { hasCode } from "../shared/api/problem.ts";
import { ProblemBar } from "../shared/feedback/problem-bar.tsx";
import { useText } from "../shared/language/text.ts";
import { usePageTitle } from "../shared/layout/page-title.ts";
import { sessionQuery } from "../shared/session.ts";
import { PublicPage } from "./public-page.tsx";

const route = getRouteApi("/sign-in");

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
});

export function SignInPage(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { returnTo } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const setup = useQuery({ queryKey: ["setup"], queryFn: async () => await read(api.setup.$get({ query: {} })) });
  const [tried, setTried] = useState(false);
  const [upn, setUpn] = useState("");
  const [password, setPassword] = useState("");
  const passwordField = useRef<HTMLInputElement>(null);
  usePageTitle(t("shell.signIn.title"));

  const signIn = useMutation({
    mutationFn: async () => await read(api.session.$post({ json: { upn: upn.trim(), password } })),
    onSuccess: (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.replace(returnTo ?? "/");
    },
    onError: () => passwordField.current?.select(),
  });
  const badName = tried && !/^[^\s@]+@[^\s@]+$/.test(upn.trim());
  const noPassword = tried && password === "";
  const wrong = hasCode(signIn.error, "session/wrong-credentials");

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (/^[^\s@]+@[^\s@]+$/.test(upn.trim()) && password !== "") signIn.mutate();
  };

  if (setup.data?.needed) {
    return (
      <PublicPage title={t("shell.signIn.setupNeeded")}>
        <Text>{t("shell.signIn.setupHow")}</Text>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t("shell.signIn.title")}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {!wrong && <ProblemBar error={signIn.error} />}
        <Field
          label={t("shell.signIn.upn")}
          required
          validationMessage={badName ? t("shell.signIn.upnExpected") : null}
        >
          <Input
            type="email"
            name="upn"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            value={upn}
            onChange={(_, data) => setUpn(data.value)}
          />
        </Field>
        <Field
          label={t("shell.signIn.password")}
          required
          validationMessage={wrong ? t("shell.signIn.wrong") : noPassword ? t("shell.signIn.passwordExpected") : null}
        >
          <Input
            type="password"
            name="password"
            autoComplete="current-password"
            input={{ ref: passwordField }}
            value={password}
            onChange={(_, data) => {
              setPassword(data.value);
              if (wrong) signIn.reset();
            }}
          />
        </Field>
        <Button type="submit" appearance="primary" size="large" disabledFocusable={signIn.isPending}>
          {signIn.isPending ? t("shell.signIn.signingIn") : t("shell.signIn.submit")}
        </Button>
      </form>
    </PublicPage>
  );
}
