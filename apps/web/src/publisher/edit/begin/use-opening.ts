import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { languageState } from "../../../shared/language/language-store.ts";
import type { Draft } from "../../desk.ts";
import { run } from "../../engine/engine.ts";
import type { Progress } from "../../engine/engine-protocol.ts";
import type { PackageSource } from "../../source/package-source.ts";
import { newDraft } from "../draft/new-draft.ts";

/** Opens a manifest, a package or a folder to edit. */
export function useOpening(onOpen: (draft: Draft) => void) {
  const [progress, setProgress] = useState<Progress>();
  const [ending, setEnding] = useState<AbortController>();
  const opening = useMutation({
    mutationFn: async (source: PackageSource) => {
      const controller = new AbortController();
      setEnding(controller);
      setProgress(undefined);
      const { language } = languageState.get();
      const options = { signal: controller.signal, onProgress: setProgress };
      return await run("open", { source, language }, options).catch((error: unknown) => {
        // Somebody changed their mind: that is no fault to tell them about.
        if (controller.signal.aborted) return null;
        throw error;
      });
    },
    onSuccess: (opened, { name }) => {
      if (opened !== null && !("unreadable" in opened)) onOpen(newDraft({ ...opened, name }, true));
    },
  });
  const { data } = opening;
  return {
    open: opening.mutate,
    isOpening: opening.isPending,
    progress,
    cancel: () => ending?.abort(),
    /** Why there is no manifest in what was chosen. */
    unreadable: data !== undefined && data !== null && "unreadable" in data ? data.unreadable : undefined,
    error: opening.error,
    retry: () => opening.variables !== undefined && opening.mutate(opening.variables),
  };
}

export type Opening = ReturnType<typeof useOpening>;
