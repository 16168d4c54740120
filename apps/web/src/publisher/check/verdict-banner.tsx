import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { WrenchRegular } from "@fluentui/react-icons";
import type { Severity } from "@parvis/manifest";
import { getRouteApi } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { useDesk } from "../desk.ts";
import type { CheckResult } from "../engine/check.ts";
import type { PackageSource } from "../source/package-source.ts";

const route = getRouteApi("/frame/publisher/");

interface VerdictBannerProps {
  readonly source: PackageSource;
  readonly result: CheckResult;
  readonly onMend: () => void;
}

/** The verdict in one sentence, how much there is to do, and what can be done about it at once. */
export function VerdictBanner({ source, result, onMend }: VerdictBannerProps): ReactElement {
  const t = useText();
  const { formatList } = useIntl();
  const { target } = route.useSearch();
  const [{ env }] = useDesk();
  const { valid, findings, mendable, placeholders } = result;
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, suggestions] = [count("error"), count("warning"), count("suggestion")];
  const open = placeholders.filter((name) => env[name] === undefined).length;
  // An upload refuses what is left open, and nobody has looked at the icons of a manifest alone.
  const verdict = !valid
    ? "refused"
    : open > 0
      ? "open"
      : source.kind === "manifest"
        ? "manifest"
        : (target ?? "organization");
  const titles = {
    refused: t("publisher.verdict.refused", { count: errors }),
    open: t("publisher.verdict.open", { count: open }),
    manifest: t("publisher.verdict.manifest"),
    store: t("publisher.verdict.store"),
    organization: t("publisher.verdict.organization"),
  };
  const rest = [
    ...(warnings > 0 ? [t("shared.findings.warnings", { count: warnings })] : []),
    ...(suggestions > 0 ? [t("shared.findings.suggestions", { count: suggestions })] : []),
  ];
  const filled = placeholders.length > 0 && Object.keys(env).length > 0;
  return (
    <MessageBar intent={!valid ? "error" : warnings > 0 ? "warning" : "success"}>
      <MessageBarBody>
        <MessageBarTitle>{titles[verdict]}</MessageBarTitle>{" "}
        {rest.length > 0 && t("publisher.verdict.rest", { list: formatList(rest) })}{" "}
        {source.kind === "manifest" && t("publisher.verdict.manifestAlone")}
      </MessageBarBody>
      {(mendable > 0 || filled) && (
        <MessageBarActions>
          <Button icon={<WrenchRegular />} onClick={onMend}>
            {mendable > 0 ? t("publisher.verdict.mend", { count: mendable }) : t("publisher.verdict.fill")}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
