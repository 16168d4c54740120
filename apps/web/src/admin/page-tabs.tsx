import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useNarrow } from "../shared/layout/narrow.ts";

const useStyles = makeStyles({
  tabs: {
    marginBlockEnd: tokens.spacingVerticalL,
    marginInline: `calc(-1 * ${tokens.spacingHorizontalMNudge})`,
    flexWrap: "wrap",
  },
});

interface PageTabsProps<Value extends string> {
  readonly tabs: readonly Value[];
  readonly labels: Readonly<Record<Value, ReactNode>>;
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  readonly children: ReactNode;
}

/** Parts of a page, one at a time. */
export function PageTabs<Value extends string>(props: PageTabsProps<Value>): ReactElement {
  const { tabs, labels, value, onChoose, children } = props;
  const styles = useStyles();
  const narrow = useNarrow();
  return (
    <>
      <TabList
        className={styles.tabs}
        size={narrow ? "small" : "medium"}
        selectedValue={value}
        onTabSelect={(_, chosen) => onChoose(chosen.value as Value)}
      >
        {tabs.map((one) => (
          <Tab key={one} value={one} id={`tab-${one}`} aria-controls="tab-panel">
            {labels[one]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id="tab-panel" aria-labelledby={`tab-${value}`}>
        {children}
      </div>
    </>
  );
}
