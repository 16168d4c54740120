import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useMemo } from "react";
import { FormattedNumber } from "react-intl";
import { useText } from "../../shared/language/text.ts";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { ListColumn } from "../list/list-column.ts";
import { CellText, TwoLines } from "../list/two-lines.tsx";
import { descriptionOf } from "./policy-description.ts";
import { globalPolicyId, type PolicySummary } from "./policy-queries.ts";
import { summaryOf } from "./policy-words.ts";
import { Since } from "./since.tsx";

const useStyles = makeStyles({
  name: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, minWidth: 0 },
  link: { overflow: "hidden", textOverflow: "ellipsis" },
  badge: { flexShrink: 0 },
});

function PolicyName({ policy }: { policy: PolicySummary }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { kind, id } = policy;
  return (
    <TwoLines
      first={
        <span className={styles.name}>
          <TextLink
            to="/admin/policies/$kind/$policyId"
            params={{ kind, policyId: id }}
            title={policy.name}
            className={styles.link}
          >
            {policy.name}
          </TextLink>
          {policy.builtIn && (
            <Badge appearance="outline" className={styles.badge}>
              {t("admin.policies.builtIn")}
            </Badge>
          )}
        </span>
      }
      second={descriptionOf(policy, t)}
    />
  );
}

export function usePolicyColumns(): ListColumn<PolicySummary>[] {
  const t = useText();
  return useMemo(
    () => [
      {
        id: "name",
        label: t("admin.policies.policy"),
        render: (policy) => <PolicyName policy={policy} />,
        // Global is the first one whatever the others are called.
        sortKey: (policy) => (policy.id === globalPolicyId ? "" : policy.name),
        minWidth: 200,
        grow: 3,
        rank: 0,
        control: true,
      },
      {
        id: "says",
        label: t("admin.policies.column.says"),
        render: (policy) => <CellText>{summaryOf(policy.content, t)}</CellText>,
        minWidth: 260,
        grow: 3,
        rank: 3,
      },
      {
        id: "people",
        label: t("admin.policies.column.people"),
        render: ({ id, assigned }) =>
          id === globalPolicyId ? (
            <CellText>{t("admin.policies.everybodyElse")}</CellText>
          ) : (
            <FormattedNumber value={assigned.people} />
          ),
        sortKey: ({ assigned }) => assigned.people,
        minWidth: 112,
        rank: 1,
      },
      {
        id: "groups",
        label: t("admin.policies.column.groups"),
        render: ({ id, assigned }) => (id === globalPolicyId ? null : <FormattedNumber value={assigned.groups} />),
        sortKey: ({ assigned }) => assigned.groups,
        minWidth: 88,
        rank: 2,
      },
      {
        id: "since",
        label: t("admin.policies.column.since"),
        render: ({ effectiveSince, changedByName }) => <Since short at={effectiveSince} by={changedByName} />,
        sortKey: ({ effectiveSince }) => (effectiveSince === null ? 0 : Date.parse(effectiveSince)),
        minWidth: 160,
        rank: 4,
      },
    ],
    [t],
  );
}
