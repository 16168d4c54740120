import { Card, makeStyles, Text, tokens } from "@fluentui/react-components";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactElement, useDeferredValue, useState } from "react";
import { ErrorState } from "../../shared/feedback/error-state.tsx";
import { useText } from "../../shared/language/text.ts";
import { Heading } from "../../shared/layout/heading.tsx";
import { TextLink } from "../../shared/layout/text-link.tsx";
import type { PolicyKind } from "../admin-search.ts";
import { foundPeopleQuery } from "../people/people-queries.ts";
import { groupWords } from "../subjects/group-way.ts";
import { NamePicker } from "./name-picker.tsx";
import type { PoliciesAddress } from "./policies-page.tsx";
import { type EffectivePolicies, effectivePoliciesQuery } from "./policy-queries.ts";
import { Since } from "./since.tsx";

const useStyles = makeStyles({
  root: { rowGap: tokens.spacingVerticalM, marginBlockEnd: tokens.spacingVerticalXL },
  picker: { maxWidth: "400px" },
  answer: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

/** Which policy somebody has, and why: for anybody, not only those with one of their own. */
export function EffectivePolicy({ kind, address }: { kind: PolicyKind; address: PoliciesAddress }): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { whose } = address.search;
  const [text, setText] = useState<string>();
  const answer = useQuery({ ...effectivePoliciesQuery(whose ?? ""), enabled: whose !== undefined });
  const typed = text ?? answer.data?.person.displayName ?? "";
  const search = useDeferredValue(typed.trim());
  const { data: found = [] } = useQuery({ ...foundPeopleQuery(search), placeholderData: keepPreviousData });
  return (
    <Card className={styles.root}>
      <Heading level={2} size={400}>
        {t("admin.policies.whose")}
      </Heading>
      <div className={styles.picker}>
        <NamePicker
          label={t("admin.policies.whose.person")}
          text={typed}
          onText={(next) => {
            setText(next);
            if (next === "") address.change({ whose: undefined });
          }}
          found={found.map(({ id, displayName, upn }) => ({ id, displayName, second: upn }))}
          onPick={({ id, displayName }) => {
            setText(displayName);
            address.change({ whose: id });
          }}
        />
      </div>
      <div role="status">
        {whose !== undefined && answer.error !== null && <ErrorState error={answer.error} />}
        {whose !== undefined && answer.data !== undefined && (
          <Answer kind={kind} effective={answer.data[kind]} person={answer.data.person.displayName} />
        )}
      </div>
    </Card>
  );
}

interface AnswerProps {
  readonly kind: PolicyKind;
  readonly effective: EffectivePolicies[PolicyKind];
  readonly person: string;
}

function Answer({ kind, effective, person }: AnswerProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const { id, name, assignment } = effective;
  const why = {
    direct: t("admin.policies.whose.direct"),
    group: t("admin.policies.whose.group", { ...groupWords(assignment.group, t), rank: assignment.rank ?? 0 }),
    global: t("admin.policies.whose.global"),
  };
  return (
    <div className={styles.answer}>
      <Text>
        {t("admin.policies.whose.has", { person })}{" "}
        <TextLink to="/admin/policies/$kind/$policyId" params={{ kind, policyId: id }}>
          {name}
        </TextLink>
      </Text>
      <Text>{why[assignment.how]}</Text>
      {assignment.how !== "global" && <Since at={assignment.since} by={assignment.setByName} />}
      {"pinnedAppBarApps" in effective && (
        <Text>
          {t("admin.policies.whose.pins", {
            pinned:
              effective.pinnedAppBarApps.map((app) => app.displayName ?? app.ref).join(", ") ||
              t("admin.policies.nothing"),
            installed:
              effective.installedApps.map((app) => app.displayName ?? app.ref).join(", ") ||
              t("admin.policies.nothing"),
          })}
        </Text>
      )}
    </div>
  );
}
