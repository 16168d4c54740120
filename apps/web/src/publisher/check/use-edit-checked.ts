import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { notify } from "../../shared/feedback/notices.ts";
import { currentLanguage } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useDesk } from "../desk.ts";
import { newDraft } from "../edit/draft/new-draft.ts";
import { run } from "../engine/engine.ts";
import { useFaultText } from "../engine/engine-problem.tsx";
import type { PackageSource } from "../source/package-source.ts";

/** Takes what was chosen to the editor. Says why when there is no manifest in it. */
export function useEditChecked(source: PackageSource): UseMutationResult<void, Error, void> {
  const t = useText();
  const faultText = useFaultText();
  const navigate = useNavigate();
  const [, change] = useDesk();
  return useMutation({
    mutationFn: async () => {
      const opened = await run("open", { source, language: currentLanguage() });
      if ("unreadable" in opened) {
        notify({ intent: "error", title: t("publisher.check.notEditable"), body: opened.unreadable.message });
        return;
      }
      const { text, files } = opened;
      change({ draft: newDraft({ text, name: source.name, files }, true) });
      await navigate({ to: "/publisher/edit" });
    },
    onError: (error) => notify({ intent: "error", title: faultText(error).title }),
  });
}
