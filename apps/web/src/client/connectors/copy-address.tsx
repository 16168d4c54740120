import { Button } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useEffect } from "react";
import { notify } from "../../shared/feedback/notices.ts";
import { useProblemText } from "../../shared/feedback/problem-text.ts";
import { useText } from "../../shared/language/text.ts";
import { CopyField } from "../../shared/parts/copy-field.tsx";
import { copyText } from "../../shared/parts/copy-text.ts";
import { configurationQuery } from "./connector-queries.ts";

const shownMilliseconds = 2_000;

/** Copies a webhook's address, which lists do not hold: it is a secret. */
export function CopyAddress({ configurationId, name }: { configurationId: string; name: string }): ReactElement {
  const t = useText();
  const textOf = useProblemText();
  const queryClient = useQueryClient();
  const copy = useMutation({
    mutationFn: async () => {
      const { webhookUrl } = await queryClient.fetchQuery(configurationQuery(configurationId));
      return { webhookUrl, copied: await copyText(webhookUrl) };
    },
    onSuccess: ({ webhookUrl, copied }) => {
      // A browser that does not let us: to be copied by hand.
      if (!copied)
        notify({
          intent: "info",
          title: t("client.webhook.title", { name }),
          stays: true,
          body: <CopyField label={t("client.webhook.address")} value={webhookUrl} />,
        });
    },
    onError: (error) => notify({ intent: "error", title: textOf(error).title }),
  });
  const { isSuccess, reset } = copy;
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(reset, shownMilliseconds);
    return () => clearTimeout(timer);
  }, [isSuccess, reset]);
  const copied = copy.data?.copied === true;
  return (
    <Button
      size="small"
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      aria-label={copied ? t("shared.copied") : t("client.connectors.copyAddressOf", { name })}
      onClick={() => !copy.isPending && copy.mutate()}
    >
      {copied ? t("shared.copied") : t("client.connectors.copyAddress")}
    </Button>
  );
}
