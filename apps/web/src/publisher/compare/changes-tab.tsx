import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { BranchCompareRegular, FilterDismissRegular } from "@fluentui/react-icons";
import type { Change, ChangeClass } from "@parvis/manifest";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { onlySet } from "../../shared/address.ts";
import { ChangeRow } from "../../shared/changes/change-row.tsx";
import { StatePanel } from "../../shared/feedback/state-panel.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { FilterChips } from "../../shared/list/filter-chips.tsx";
import { type CompareSearch, changeClasses } from "../publisher-search.ts";

const route = getRouteApi("/frame/publisher/compare");

/** More than anybody reads at once. */
const shownAtOnce = 100;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0 },
  more: { alignSelf: "start" },
});

/** What changed, by what it means for people: permissions first. */
export function ChangesTab({ changes }: { changes: readonly Change[] }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { class: only } = route.useSearch();
  const navigate = route.useNavigate();
  const [most, setMost] = useState(shownAtOnce);
  const choose = (value: ChangeClass | undefined) =>
    void navigate({ search: (before) => onlySet<CompareSearch>({ ...before, class: value }), replace: true });

  if (changes.length === 0) {
    return (
      <StatePanel icon={<BranchCompareRegular />} title={t("publisher.compare.same")}>
        {t("publisher.compare.sameHow")}
      </StatePanel>
    );
  }
  const headings: Record<ChangeClass, (count: number) => string> = {
    permission: (count) => t("publisher.compare.permissions", { count }),
    capability: (count) => t("publisher.compare.capabilities", { count }),
    metadata: (count) => t("publisher.compare.metadata", { count }),
  };
  const groups = changeClasses
    .map((name) => ({ name, of: changes.filter((change) => change.class === name) }))
    .filter(({ name, of }) => of.length > 0 || name === only);
  const wanted = groups.filter(({ name }) => only === undefined || name === only);
  let left = most;
  const shown = wanted.map(({ name, of }) => {
    const some = of.slice(0, left);
    left -= some.length;
    return { name, count: of.length, some };
  });
  const hidden = shown.reduce((sum, { count, some }) => sum + count - some.length, 0);
  return (
    <div className={styles.root}>
      <FilterChips
        label={t("publisher.findings.filter")}
        choices={groups.map(({ name, of }) => ({ value: name, label: headings[name](of.length) }))}
        value={only}
        onChoose={choose}
      />
      {shown.every(({ count }) => count === 0) && (
        <StatePanel
          icon={<FilterDismissRegular />}
          title={t("publisher.compare.noneOfClass")}
          actions={<Button onClick={() => choose(undefined)}>{t("publisher.findings.showAll")}</Button>}
        />
      )}
      {shown.map(
        ({ name, count, some }) =>
          some.length > 0 && (
            <section key={name}>
              <Heading level={2} size={400}>
                {headings[name](count)}
              </Heading>
              <ul className={styles.list}>
                {some.map((change) => (
                  <ChangeRow key={`${change.kind} ${change.pointer}`} change={change} />
                ))}
              </ul>
            </section>
          ),
      )}
      {hidden > 0 && (
        <Button className={styles.more} onClick={() => setMost(most + shownAtOnce)}>
          {t("shared.findings.more", { count: hidden })}
        </Button>
      )}
    </div>
  );
}
