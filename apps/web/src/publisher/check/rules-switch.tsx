import { makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactElement, useId } from "react";
import { onlySet } from "../../shared/address.ts";
import { useText } from "../../shared/language/text.ts";
import type { CheckSearch } from "../publisher-search.ts";

const route = getRouteApi("/frame/publisher/");

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalM },
  group: { flexWrap: "wrap" },
});

/** Whose rules apply: those of an organisation's own catalogue, or those of the public store. */
export function RulesSwitch(): ReactElement {
  const styles = useStyles();
  const t = useText();
  const label = useId();
  const { target } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className={styles.root}>
      <Text id={label}>{t("publisher.rules.label")}</Text>
      <RadioGroup
        aria-labelledby={label}
        layout="horizontal"
        className={styles.group}
        value={target ?? "organization"}
        onChange={(_, { value }) =>
          void navigate({
            search: (before) => onlySet<CheckSearch>({ ...before, target: value === "store" ? "store" : undefined }),
            replace: true,
          })
        }
      >
        <Radio value="organization" label={t("publisher.rules.organization")} />
        <Radio value="store" label={t("publisher.rules.store")} />
      </RadioGroup>
    </div>
  );
}
