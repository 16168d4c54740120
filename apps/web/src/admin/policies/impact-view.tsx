import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { ArrowCircleDownRegular, ArrowCircleUpRegular, CheckmarkCircleRegular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import type { Impact } from "../impact/impact-query.ts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  verdict: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "center" },
  icon: { display: "flex", flexShrink: 0, "& svg": { width: "20px", height: "20px" } },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    maxHeight: "min(320px, 40vh)",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  counts: { display: "flex", flexDirection: "column", alignItems: "flex-end", flexShrink: 0 },
  gain: { color: tokens.colorStatusSuccessForeground1 },
  lose: { color: tokens.colorStatusDangerForeground1 },
});

/** Which apps how many people gain and lose by a change. */
export function ImpactView({ impact }: { impact: Impact }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { apps, appsGained, appsLost } = impact;
  if (apps.length === 0) {
    return (
      <div className={styles.verdict}>
        <span className={styles.icon}>
          <CheckmarkCircleRegular aria-hidden />
        </span>
        <Text>{t("admin.policies.impact.none")}</Text>
      </div>
    );
  }
  const more =
    appsGained + appsLost - apps.reduce((sum, { gain, lose }) => sum + (gain > 0 ? 1 : 0) + (lose > 0 ? 1 : 0), 0);
  return (
    <div className={styles.root}>
      {appsLost > 0 && (
        <div className={styles.verdict}>
          <span className={styles.icon}>
            <ArrowCircleDownRegular className={styles.lose} aria-hidden />
          </span>
          <Text weight="semibold">{t("admin.policies.impact.lost", { count: appsLost })}</Text>
        </div>
      )}
      {appsGained > 0 && (
        <div className={styles.verdict}>
          <span className={styles.icon}>
            <ArrowCircleUpRegular className={styles.gain} aria-hidden />
          </span>
          <Text weight="semibold">{t("admin.policies.impact.gained", { count: appsGained })}</Text>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <ul className={styles.list} tabIndex={0} aria-label={t("admin.policies.impact.label")}>
        {apps.map(({ app, gain, lose }) => (
          <li key={app.id} className={styles.row}>
            <AppIcon src={app.icon} size={32} />
            <Text className={styles.name}>{app.displayName}</Text>
            <span className={styles.counts}>
              {lose > 0 && <Text weight="semibold">{t("admin.policies.impact.lose", { count: lose })}</Text>}
              {gain > 0 && <Text>{t("admin.policies.impact.gain", { count: gain })}</Text>}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <Text>{t("admin.policies.impact.more", { count: more })}</Text>}
    </div>
  );
}
