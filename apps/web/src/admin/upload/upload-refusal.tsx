import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Text } from "@fluentui/react-components";
import type { Finding } from "@parvis/manifest";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useEffect, useRef } from "react";
import { mayPass, type Problem } from "../../shared/api/problem.ts";
import { useProblemText } from "../../shared/feedback/problem-text.ts";
import { FindingsList } from "../../shared/findings/findings-list.tsx";
import { useText } from "../../shared/language/text.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { readSources } from "./read-sources.ts";
import { detailOf } from "./refusal-detail.ts";

interface UploadRefusalProps {
  readonly file: File;
  readonly problem: Problem;
  /** The person goes to the app that has the package's id. */
  readonly onLeave: () => void;
}

function useSources(file: File, wanted: boolean): ReadonlyMap<string, string> | undefined {
  const { name, size, lastModified } = file;
  return useQuery({
    queryKey: ["package-sources", name, size, lastModified],
    queryFn: async () => await readSources(file),
    enabled: wanted,
    gcTime: 0,
  }).data;
}

/** Why a package was not taken: every finding, or what stands in its way. */
export function UploadRefusal({ file, problem, onLeave }: UploadRefusalProps): ReactElement {
  const t = useText();
  const textOf = useProblemText();
  const top = useRef<HTMLDivElement>(null);
  const findings = (problem.extra.findings ?? []) as readonly Finding[];
  const sources = useSources(
    file,
    findings.some((finding) => finding.line !== undefined),
  );
  useEffect(() => top.current?.focus(), []);
  const { title, requestId } = textOf(problem);
  const detail = detailOf(problem, t);
  const { appId, displayName } = problem.extra;
  // Nobody said no: it may have arrived.
  const unsure = mayPass(problem);
  return (
    <>
      <div ref={top} tabIndex={-1}>
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            <MessageBarTitle>{title}</MessageBarTitle>
            {detail.text !== undefined && <span {...(detail.foreign ? { lang: "en" } : {})}>{detail.text} </span>}
            {unsure ? t("admin.upload.unsure") : t("admin.upload.nothingStored", { file: file.name })}
            {requestId !== undefined && unsure && (
              <Text block size={200}>
                {t("shared.requestId", { id: requestId })}
              </Text>
            )}
          </MessageBarBody>
          {problem.code === "app/exists" && typeof appId === "string" && (
            <MessageBarActions>
              <ButtonLink to="/admin/apps/$appId" params={{ appId }} onClick={onLeave}>
                {t("admin.upload.openApp", { name: typeof displayName === "string" ? displayName : appId })}
              </ButtonLink>
            </MessageBarActions>
          )}
        </MessageBar>
      </div>
      {findings.length > 0 && <FindingsList findings={findings} sources={sources} />}
    </>
  );
}
