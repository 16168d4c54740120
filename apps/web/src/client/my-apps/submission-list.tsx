import { Badge, Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { BoxArrowUpRegular } from "@fluentui/react-icons";
import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useIntl } from "react-intl";
import { api, done, read } from "../../shared/api/client.ts";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { useFocusReturn } from "../../shared/layout/focus-return.ts";
import { AppIdentity } from "../../shared/parts/app-identity.tsx";
import { patiently } from "../../shared/patient-import.ts";
import { useMyAppsListStyles } from "./my-apps-list.ts";

const SubmitDialog = lazy(patiently(async () => ({ default: (await import("./submit-dialog.tsx")).SubmitDialog })));

const submissionsQuery = infiniteQueryOptions({
  queryKey: ["submissions", "mine"],
  queryFn: async ({ pageParam }) =>
    await read(api.submissions.mine.$get({ query: pageParam === null ? {} : { cursor: pageParam } })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

type Submission = Awaited<ReturnType<NonNullable<typeof submissionsQuery.queryFn>>>["items"][number];

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, alignItems: "stretch" },
  submit: { alignSelf: "start" },
});

/** Apps that one handed in for approval, and what came of them. */
export function SubmissionList(): ReactElement {
  const styles = useStyles();
  const list = useMyAppsListStyles();
  const t = useText();
  const queryClient = useQueryClient();
  const query = useInfiniteQuery(submissionsQuery);
  const [open, setOpen] = useState(false);
  useFocusReturn(open);
  const withdraw = useMutation({
    mutationFn: async (submissionId: string) =>
      await done(api.submissions[":submissionId"].$delete({ param: { submissionId } })),
    onSettled: async () => await queryClient.invalidateQueries({ queryKey: ["submissions"] }),
  });
  const submissions = query.data?.pages.flatMap((page) => page.items);
  return (
    <div className={styles.root}>
      <Button className={styles.submit} appearance="primary" icon={<BoxArrowUpRegular />} onClick={() => setOpen(true)}>
        {t("client.apps.submit.submit")}
      </Button>
      <ProblemBar error={withdraw.error} />
      {submissions === undefined &&
        (query.error === null ? (
          <Delayed>
            <RowSkeletons />
          </Delayed>
        ) : (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ))}
      {submissions?.length === 0 && (
        <StatePanel icon={<BoxArrowUpRegular />} title={t("client.apps.submit.none")}>
          {t("client.apps.submit.noneHow")}
        </StatePanel>
      )}
      <ul className={list.list}>
        {submissions?.map((submission) => (
          <SubmissionRow
            key={submission.id}
            submission={submission}
            onWithdraw={() => withdraw.mutate(submission.id)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button disabledFocusable={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t("client.apps.more")}
        </Button>
      )}
      {open && (
        <Suspense>
          <SubmitDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

const colors = { submitted: "informative", published: "success", rejected: "danger" } as const;

function SubmissionRow({ submission, onWithdraw }: { submission: Submission; onWithdraw: () => void }): ReactElement {
  const list = useMyAppsListStyles();
  const t = useText();
  const { formatDate } = useIntl();
  const { displayName, publisherName, version, state, reason, submittedAt } = submission;
  const words = {
    submitted: t("client.apps.submit.waiting"),
    published: t("client.apps.submit.published"),
    rejected: t("client.apps.submit.rejected"),
  }[state];
  return (
    <li className={list.row}>
      <div className={list.what}>
        <AppIdentity
          icon={submission.icons.color}
          name={displayName}
          second={`${t("client.app.byVersion", { publisher: publisherName, version })} · ${formatDate(submittedAt, { dateStyle: "medium", timeStyle: "short" })}`}
        />
        {reason !== "" && <Text>{t("client.apps.submit.reason", { reason })}</Text>}
      </div>
      <div className={list.actions}>
        <Badge appearance="tint" color={colors[state]}>
          {words}
        </Badge>
        {state === "submitted" && (
          <Button
            size="small"
            aria-label={t("client.apps.submit.withdrawThis", { app: displayName })}
            onClick={onWithdraw}
          >
            {t("client.apps.submit.withdraw")}
          </Button>
        )}
      </div>
    </li>
  );
}
