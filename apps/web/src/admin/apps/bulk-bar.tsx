import { Button, makeStyles, Text, Toolbar, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import {
  CheckmarkCircleRegular,
  ClipboardCheckmarkRegular,
  DismissRegular,
  PeopleTeamAddRegular,
  ProhibitedRegular,
} from "@fluentui/react-icons";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { ButtonLink } from "../../shared/layout/text-link.tsx";
import { patiently } from "../../shared/patient-import.ts";
import type { ManagedApp } from "./managed-queries.ts";

const BulkDialog = lazy(patiently(async () => ({ default: (await import("./bulk-dialog.tsx")).BulkDialog })));

/** As many as are changed in one go: what it would change is asked for all of them. */
export const mostChosen = 500;

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalS,
    marginBlockEnd: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  count: { marginInlineEnd: tokens.spacingHorizontalM },
});

interface BulkBarProps {
  readonly chosen: readonly ManagedApp[];
  /** Apps of the list that are not chosen yet. */
  readonly others: readonly ManagedApp[];
  readonly onChoose: (apps: readonly ManagedApp[]) => void;
}

/** To where submissions of the chosen apps are published or rejected, each after a look at what is in it. */
function Decide({ chosen }: Pick<BulkBarProps, "chosen">): ReactElement | null {
  const t = useText();
  const waiting = chosen.flatMap(({ pending }) => (pending === null ? [] : [pending]));
  const [first] = waiting;
  if (first === undefined) return null;
  const words = t("admin.apps.bulk.decide", { count: waiting.length });
  return waiting.length === 1 ? (
    <ButtonLink
      icon={<ClipboardCheckmarkRegular />}
      to="/admin/approvals/$submissionId"
      params={{ submissionId: first.submissionId }}
    >
      {words}
    </ButtonLink>
  ) : (
    <ButtonLink icon={<ClipboardCheckmarkRegular />} to="/admin/approvals">
      {words}
    </ButtonLink>
  );
}

/** What can be done with the apps that are chosen. */
export function BulkBar({ chosen, others, onChoose }: BulkBarProps): ReactElement | null {
  const styles = useStyles();
  const t = useText();
  const restoreFocus = useRestoreFocusTarget();
  const [asked, setAsked] = useState<"allowed" | "blocked">();
  const [only] = chosen;
  if (only === undefined) return null;
  const addable = chosen.length === 1 && only.scopes.includes("team") && only.status === "allowed";
  const more = others.slice(0, mostChosen - chosen.length);
  return (
    <Toolbar className={styles.root} aria-label={t("admin.apps.bulk")}>
      <Text className={styles.count} weight="semibold" role="status">
        {t("admin.apps.bulk.chosen", { count: chosen.length })}
      </Text>
      <Button icon={<CheckmarkCircleRegular />} onClick={() => setAsked("allowed")} {...restoreFocus}>
        {t("admin.apps.bulk.allow")}
      </Button>
      <Button icon={<ProhibitedRegular />} onClick={() => setAsked("blocked")} {...restoreFocus}>
        {t("admin.apps.bulk.block")}
      </Button>
      <Decide chosen={chosen} />
      {addable && (
        <ButtonLink
          icon={<PeopleTeamAddRegular />}
          to="/apps/$appId"
          params={{ appId: only.id }}
          search={{ add: true }}
        >
          {t("admin.apps.bulk.addToTeam")}
        </ButtonLink>
      )}
      {more.length > 0 && (
        <Button appearance="subtle" onClick={() => onChoose([...chosen, ...more])}>
          {t("admin.apps.bulk.all", { count: chosen.length + more.length })}
        </Button>
      )}
      <Button appearance="subtle" icon={<DismissRegular />} onClick={() => onChoose([])}>
        {t("admin.apps.bulk.clear")}
      </Button>
      {asked !== undefined && (
        <Suspense>
          <BulkDialog
            apps={chosen}
            status={asked}
            onClose={() => setAsked(undefined)}
            onDone={() => {
              setAsked(undefined);
              onChoose([]);
            }}
          />
        </Suspense>
      )}
    </Toolbar>
  );
}
