import { Checkbox, Spinner } from "@fluentui/react-components";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { Delayed } from "../../shared/feedback/delayed.tsx";
import { useText } from "../../shared/language/text.ts";
import { patiently } from "../../shared/patient-import.ts";
import type { CodeDiffProps } from "./code-diff.tsx";

const CodeDiff = lazy(patiently(async () => ({ default: (await import("./code-diff.tsx")).CodeDiff })));

/** Two texts with what differs; the editor that shows them is loaded when it is needed. */
export function DiffView(props: CodeDiffProps): ReactElement {
  const t = useText();
  const [whole, setWhole] = useState(false);
  return (
    <Suspense
      fallback={
        <Delayed>
          <Spinner size="small" label={t("shared.loading")} />
        </Delayed>
      }
    >
      <CodeDiff {...props} whole={whole} />
      <Checkbox
        checked={whole}
        onChange={(_, data) => setWhole(data.checked === true)}
        label={t("publisher.diff.whole")}
      />
    </Suspense>
  );
}
