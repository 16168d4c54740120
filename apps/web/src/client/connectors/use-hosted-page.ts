import type { AppTarget, PageSettings, RoundTripOutcome, Silence } from "@parvis/host";
import { type RefCallback, useEffect, useState } from "react";
import { Problem } from "../../shared/api/problem.ts";
import type { EmbeddingMode, EmbedReport, FrameMode } from "../embed/embed-protocol.ts";
import { useEmbed } from "./use-embed.ts";

/** Our own document answers at once, or something is wrong with it. */
const startMilliseconds = 15_000;

export interface HostedPage {
  readonly frame: RefCallback<HTMLIFrameElement>;
  /** Changes when the page is loaded anew. */
  readonly attempt: number;
  readonly onLoad: () => void;
  /** Save (or Remove) may be pressed. */
  readonly valid: boolean;
  /** Our document is there, so that the frame has something to show. */
  readonly started: boolean;
  readonly silence:
    | { readonly kind: Silence; readonly pageOrigin: string; readonly embedding: EmbeddingMode }
    | undefined;
  readonly appMessage: string | undefined;
  /** The page was asked to save or remove, and has not answered yet. */
  readonly waiting: boolean;
  /** How the last round ended, unless it succeeded. */
  readonly outcome: RoundTripOutcome | undefined;
  readonly problem: Problem | undefined;
  readonly save: () => void;
  readonly remove: () => void;
  readonly reload: () => void;
}

interface HostedPageOptions {
  readonly title: string;
  readonly onSaved?: (settings: PageSettings) => void;
  readonly onRemoved?: (outcome: RoundTripOutcome) => void;
  readonly onNavigate?: (target: AppTarget) => void;
  readonly subPageId?: string | undefined;
}

const fresh = {
  valid: false,
  started: false,
  silence: undefined as HostedPage["silence"],
  appMessage: undefined as string | undefined,
  waiting: false,
  outcome: undefined as RoundTripOutcome | undefined,
  problem: undefined as Problem | undefined,
};

/** A publisher's page in a dialog: what it has said so far, and what can be asked of it. */
export function useHostedPage(mode: FrameMode, options: HostedPageOptions): HostedPage {
  const { title, onSaved, onRemoved, onNavigate, subPageId } = options;
  const [state, setState] = useState(fresh);
  const [attempt, setAttempt] = useState(0);
  const change = (part: Partial<typeof fresh>) => setState((before) => ({ ...before, ...part }));

  const take = (report: EmbedReport) => {
    switch (report.kind) {
      case "started":
        change({ started: true });
        break;
      case "unusable":
        change({ problem: new Problem({ code: report.code, detail: report.detail, requestId: report.requestId }) });
        break;
      case "validity":
        change({ valid: report.valid });
        break;
      case "connected":
        change({ silence: undefined });
        break;
      case "silent":
        change({ silence: { kind: report.silence, pageOrigin: report.pageOrigin, embedding: report.embedding } });
        break;
      case "app-failed":
        change({ appMessage: report.message });
        break;
      case "saved": {
        const succeeded = report.outcome.outcome === "succeeded";
        change({ waiting: false, outcome: succeeded ? undefined : report.outcome });
        if (succeeded) onSaved?.(report.settings);
        break;
      }
      case "removed":
        change({ waiting: false, outcome: report.outcome.outcome === "succeeded" ? undefined : report.outcome });
        onRemoved?.(report.outcome);
        break;
      case "navigate":
        onNavigate?.(report.target);
        break;
    }
  };
  const embed = useEmbed(mode, title, take, subPageId);

  const { send } = embed;
  const { started } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt has its own time
  useEffect(() => {
    if (started) return;
    const timer = setTimeout(
      () => change({ problem: new Problem({ code: "client/dialog-not-started" }) }),
      startMilliseconds,
    );
    return () => clearTimeout(timer);
  }, [started, attempt]);

  const order = (kind: "save" | "remove") => () => {
    change({ waiting: true, outcome: undefined, problem: undefined });
    send({ kind });
  };
  return {
    ...state,
    frame: embed.frame,
    attempt,
    onLoad: embed.connect,
    save: order("save"),
    remove: order("remove"),
    reload: () => {
      setState(fresh);
      setAttempt(attempt + 1);
    },
  };
}
