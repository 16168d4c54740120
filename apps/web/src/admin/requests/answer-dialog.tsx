import { Field, Text, Textarea } from "@fluentui/react-components";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useRef, useState } from "react";
import { api, done, read } from "../../shared/api/client.ts";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { notify } from "../../shared/feedback/notices.ts";
import { type TextOf, useText } from "../../shared/language/text.ts";
import type { App } from "../apps/app-queries.ts";

/** What an administrator answers to those who wait: open the app for them, for everybody, or no. */
export type RequestAnswer = "askers" | "everyone" | "dismiss";

interface AnswerDialogProps {
  readonly app: Pick<App, "id" | "displayName">;
  readonly answer: RequestAnswer;
  readonly onClose: () => void;
}

const mostLetters = 500;

/** How it went, when an app was opened for whoever asked. */
function allowedText({ allowed, stillOpen }: { allowed: number; stillOpen: number }, name: string, t: TextOf) {
  return stillOpen === 0
    ? { intent: "success" as const, title: t("admin.requests.allowed", { count: allowed, name }) }
    : {
        intent: "warning" as const,
        title: t("admin.requests.allowed", { count: allowed, name }),
        body: t("admin.requests.stillOpen", { count: stillOpen }),
      };
}

/** Asks once before an answer goes to everybody who waits. */
export function AnswerDialog({ app, answer, onClose }: AnswerDialogProps): ReactElement {
  const t = useText();
  const queryClient = useQueryClient();
  const [text, setText] = useState("");
  const told = useRef<Parameters<typeof notify>[0]>(undefined);
  const { id: appId, displayName: name } = app;
  const param = { appId };
  const acts: Record<RequestAnswer, () => Promise<Parameters<typeof notify>[0]>> = {
    askers: async () => allowedText(await read(api.apps[":appId"].requests.allow.$post({ param })), name, t),
    everyone: async () => {
      await read(api.apps[":appId"].availability.$put({ param, header: {}, json: { availability: "everyone" } }));
      await done(api.apps[":appId"].status.$put({ param, json: { status: "allowed" } }));
      return { intent: "success", title: t("admin.requests.allowedEveryone", { name }) };
    },
    dismiss: async () => {
      const { dismissed } = await read(api.apps[":appId"].requests.dismiss.$post({ param, json: { answer: text } }));
      return { intent: "success", title: t("admin.requests.dismissed", { count: dismissed }) };
    },
  };
  const words = {
    askers: {
      title: t("admin.requests.allowAskers.title", { name }),
      what: t("admin.requests.allowAskers.what"),
      action: t("admin.requests.allowAskers"),
    },
    everyone: {
      title: t("admin.requests.allowEveryone.title", { name }),
      what: t("admin.requests.allowEveryone.what"),
      action: t("admin.requests.allowEveryone"),
    },
    dismiss: {
      title: t("admin.requests.dismiss.title", { name }),
      what: t("admin.requests.dismiss.what"),
      action: t("admin.requests.dismiss"),
    },
  }[answer];
  return (
    <ConfirmDialog
      open
      title={words.title}
      action={words.action}
      doing={t("admin.working")}
      act={async () => {
        told.current = await acts[answer]();
        await Promise.all(
          ["requests", "app", "apps", "access"].map(
            async (key) => await queryClient.invalidateQueries({ queryKey: [key] }),
          ),
        );
      }}
      onDone={() => {
        if (told.current !== undefined) notify(told.current);
        onClose();
      }}
      onClose={onClose}
    >
      <Text>{words.what}</Text>
      {answer === "dismiss" && (
        <Field label={t("admin.requests.answer")} hint={t("admin.requests.answerHint")}>
          <Textarea value={text} maxLength={mostLetters} rows={3} onChange={(_, { value }) => setText(value)} />
        </Field>
      )}
    </ConfirmDialog>
  );
}
