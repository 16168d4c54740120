import { Button, Spinner, Text } from "@fluentui/react-components";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api, read } from "../../shared/api/client.ts";
import { ProblemBar } from "../../shared/feedback/problem-bar.tsx";
import { useText } from "../../shared/language/text.ts";
import { useSession } from "../../shared/session.ts";

/** What helps a page that accepts no host but Microsoft's: an administrator can do it here, others know whom to ask. */
export function LegacyOffer({ app }: { app: string }): ReactElement {
  const t = useText();
  const { administrator } = useSession();
  return (
    <Text block>{administrator ? t("client.page.legacy.offer", { app }) : t("client.page.legacy.ask", { app })}</Text>
  );
}

/** The button for it. @param onSwitched the page can be loaded anew */
export function LegacyButton({ appId, onSwitched }: { appId: string; onSwitched: () => void }): ReactElement | null {
  const t = useText();
  const { administrator } = useSession();
  const change = useMutation({
    mutationFn: async () =>
      await read(api.apps[":appId"].embedding.$put({ param: { appId }, json: { mode: "legacy" as const } })),
    onSuccess: onSwitched,
  });
  if (!administrator) return null;
  return (
    <>
      <ProblemBar error={change.error} />
      <Button
        disabledFocusable={change.isPending}
        icon={change.isPending ? <Spinner size="tiny" /> : null}
        onClick={() => !change.isPending && change.mutate()}
      >
        {t("client.page.legacy.switch")}
      </Button>
    </>
  );
}
