import { Text } from "@fluentui/react-components";
import type { AppKind, Target } from "@parvis/manifest";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, type ReactElement, Suspense, useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "../../shared/feedback/confirm-dialog.tsx";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { RowSkeletons } from "../../shared/feedback/row-skeletons.tsx";
import { useText } from "../../shared/language/text.ts";
import { PageHeader } from "../../shared/layout/page-header.tsx";
import { usePageTitle } from "../../shared/layout/page-title.ts";
import { patiently } from "../../shared/patient-import.ts";
import { useSession } from "../../shared/session.ts";
import { type Draft, useDesk } from "../desk.ts";
import type { EditSearch } from "../publisher-search.ts";
import { BeginForm } from "./begin/begin-form.tsx";
import { StartPage } from "./begin/start-page.tsx";
import { useOpening } from "./begin/use-opening.ts";
import { draftOfTab, forgetDraft, type KeptDraft, keptDrafts, setDraftOfTab } from "./draft/kept-drafts.ts";
import { setSavedText } from "./draft/saved-texts.ts";
import { EditDialog } from "./edit-dialog.tsx";

const route = getRouteApi("/frame/publisher/edit");
/** The editor itself, which is as large as the rest of the page's code together, comes with the first draft. */
const WorkBench = lazy(patiently(async () => ({ default: (await import("./bench/work-bench.tsx")).WorkBench })));

const loading = (
  <Delayed>
    <RowSkeletons />
  </Delayed>
);

/** Writing a manifest. */
export function EditPage(): ReactElement {
  const t = useText();
  usePageTitle(t("publisher.edit.title"));
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const { person } = useSession();
  const [desk, change] = useDesk();
  const { draft } = desk;
  const [isDiscarding, setDiscarding] = useState(false);
  // Named until the dialog is out of sight, when the draft is gone already.
  const [discarding, setDiscarded] = useState<Draft>();
  const keptQuery = {
    queryKey: ["publisher", "kept", person.id],
    queryFn: async () => await keptDrafts(person.id),
    staleTime: 0,
    gcTime: 0,
  };
  const kept = useQuery({ ...keptQuery, enabled: draft === null });
  const ofTab = draft === null ? kept.data?.find(({ id }) => id === draftOfTab()) : undefined;

  const set = (part: EditSearch) => void navigate({ search: { ...search, ...part }, replace: true });
  const without = (name: keyof EditSearch) =>
    void navigate({
      search: Object.fromEntries(Object.entries(search).filter(([key]) => key !== name)),
      replace: true,
    });
  const goOn = (one: KeptDraft) => {
    setSavedText(one.id, one.saved);
    change({ draft: one.draft });
  };
  const current = useRef(draft);
  current.current = draft;
  // What is told last by an editor that goes is about a draft that another may have replaced.
  const take = (next: Draft) => {
    if (current.current?.id === next.id) change({ draft: next });
  };
  const opening = useOpening((opened) => change({ draft: opened, env: {} }));

  // A reload goes on where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: going on is done once for what was found
  useEffect(() => {
    if (ofTab !== undefined) goOn(ofTab);
  }, [ofTab]);

  const leave = async () => {
    // Before the list is shown: it is not to offer what was discarded, nor to lack what was closed.
    await queryClient.fetchQuery(keptQuery);
    setDraftOfTab(undefined);
    change({ draft: null, env: {} });
  };
  const askToDiscard = (one: Draft) => {
    setDiscarded(one);
    setDiscarding(true);
  };
  const discard = async (one: Draft) => {
    await forgetDraft(one.id).catch(() => undefined);
    if (one.id === draft?.id) await leave();
    else await queryClient.invalidateQueries({ queryKey: keptQuery.queryKey });
  };
  const begin = (kind: AppKind) => set({ start: kind });
  const isFinding = draft === null && (kept.isPending || ofTab !== undefined);
  return (
    <>
      {draft === null && <PageHeader title={t("publisher.edit.title")} subtitle={t("publisher.edit.subtitle")} />}
      {isFinding && loading}
      {draft === null && !isFinding && (
        <StartPage
          opening={opening}
          kept={kept.data ?? []}
          onBegin={begin}
          onGoOn={goOn}
          onDiscard={({ draft: one }) => askToDiscard(one)}
        />
      )}
      {draft !== null && (
        <Suspense fallback={loading}>
          <WorkBench
            key={draft.id}
            draft={draft}
            env={desk.env}
            target={search.target ?? "organization"}
            opening={opening}
            dialogs={{ open: search.open, show: (open) => set({ open }), hide: () => without("open") }}
            onDraft={take}
            onEnv={(env) => change({ env })}
            onTarget={(target: Target) => (target === "store" ? set({ target }) : without("target"))}
            onBegin={begin}
            onClose={() => void leave()}
            onDiscard={() => askToDiscard(draft)}
          />
        </Suspense>
      )}
      <EditDialog open={search.start !== undefined} holdsInput onClose={() => without("start")}>
        <BeginForm
          kind={search.start ?? "connector"}
          onClose={() => without("start")}
          onBegin={(begun) => {
            without("start");
            change({ draft: begun, env: {} });
          }}
        />
      </EditDialog>
      {discarding && (
        <ConfirmDialog
          open={isDiscarding}
          title={t("publisher.edit.discard.title", { name: discarding.name })}
          action={t("publisher.edit.discard")}
          doing={t("publisher.edit.discard.doing")}
          act={async () => await discard(discarding)}
          onDone={() => setDiscarding(false)}
          onClose={() => setDiscarding(false)}
        >
          <Text>{t("publisher.edit.discard.text")}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
