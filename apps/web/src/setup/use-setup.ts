import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { api, read } from "../shared/api/client.ts";
import { notify } from "../shared/feedback/notices.ts";
import { useText } from "../shared/language/text.ts";
import type { SetupWish } from "./setup-wish.ts";

/** Makes the organisation; whoever does is signed in and taken to the start. */
export function useSetup(token: string) {
  const t = useText();
  const queryClient = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: async ({ organisation, name, upn, password, demo }: SetupWish) => {
      const json = {
        token,
        organisation: { displayName: organisation },
        administrator: { displayName: name, upn, password },
        demo,
      };
      return await read(api.setup.$post({ json }));
    },
    onSuccess: async ({ demoFilled }, { demo, organisation }) => {
      queryClient.clear();
      await router.navigate({ to: "/" });
      if (demo && !demoFilled) notify({ intent: "warning", title: t("setup.demoFailed"), stays: true });
      else notify({ intent: "success", title: t("setup.ready", { organisation }) });
    },
  });
}
