import { SearchRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";

/** A search that found nothing. */
export function NothingFound({ find }: { find: string }): ReactElement {
  const t = useText();
  return (
    <StatePanel icon={<SearchRegular />} title={t("client.search.nothing", { find })}>
      {t("client.search.nothingHow")}
    </StatePanel>
  );
}
