import { Button } from "@fluentui/react-components";
import { PauseRegular } from "@fluentui/react-icons";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { languageState } from "../../shared/language/language-store.ts";
import { useText } from "../../shared/language/text.ts";
import { useObservable } from "../../shared/observable.ts";
import { useDesk } from "../desk.ts";
import { EngineProblem } from "../engine/engine-problem.tsx";
import { EngineWait } from "../engine/engine-wait.tsx";
import { useJob } from "../engine/use-job.ts";
import { ChooseMenu } from "../source/choose-menu.tsx";
import type { Choosing } from "../source/file-drop.tsx";
import type { PackageSource } from "../source/package-source.ts";
import { CheckHeader } from "./check-header.tsx";
import { CheckReport } from "./check-report.tsx";

const route = getRouteApi("/frame/publisher/");

interface CheckViewProps {
  readonly source: PackageSource;
  readonly choosing: Choosing;
}

/** A package that was chosen: what the engine says about it, how far it is, or why it says nothing. */
export function CheckView({ source, choosing }: CheckViewProps): ReactElement {
  const t = useText();
  const { target = "organization" } = route.useSearch();
  const { language } = useObservable(languageState);
  const [{ env }] = useDesk();
  const { query, progress, cancel } = useJob("check", [source.id, target, language, env], {
    ...{ source, target, language, env },
  });
  const { data, error, fetchStatus, refetch } = query;
  const another = <ChooseMenu label={t("publisher.check.another")} choosing={choosing} />;
  return (
    <>
      <CheckHeader source={source} result={data} choosing={choosing} />
      {data !== undefined ? (
        <CheckReport source={source} result={data} />
      ) : error !== null ? (
        <EngineProblem error={error} onRetry={() => void refetch()} actions={another} />
      ) : fetchStatus === "idle" ? (
        <StatePanel
          icon={<PauseRegular />}
          title={t("publisher.check.stopped")}
          actions={
            <>
              <Button appearance="primary" onClick={() => void refetch()}>
                {t("publisher.check.again")}
              </Button>
              {another}
            </>
          }
        >
          {t("publisher.check.stoppedHow")}
        </StatePanel>
      ) : (
        <EngineWait progress={progress} onCancel={() => void cancel()} />
      )}
    </>
  );
}
