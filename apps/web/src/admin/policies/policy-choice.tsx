import { Dropdown, Field, Option } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";
import type { PolicyKind } from "../admin-search.ts";
import { globalPolicyId, usePolicies } from "./policy-queries.ts";

interface PolicyChoiceProps {
  readonly kind: PolicyKind;
  readonly value: string | undefined;
  readonly onChoose: (policyId: string) => void;
  readonly fault?: string | undefined;
}

/** One of the policies that can be assigned: all but Global, which holds without. */
export function PolicyChoice({ kind, value, onChoose, fault }: PolicyChoiceProps): ReactElement {
  const t = useText();
  const { data: all = [], complete } = usePolicies(kind, undefined);
  const policies = all.filter(({ id }) => id !== globalPolicyId);
  return (
    <Field
      label={t("admin.policies.policy")}
      required
      validationMessage={fault ?? null}
      {...(complete && policies.length === 0 ? { hint: t("admin.policies.choose.none") } : {})}
    >
      <Dropdown
        placeholder={t("admin.policies.choose")}
        value={policies.find(({ id }) => id === value)?.name ?? ""}
        selectedOptions={value === undefined ? [] : [value]}
        onOptionSelect={(_, { optionValue }) => optionValue !== undefined && onChoose(optionValue)}
      >
        {policies.map(({ id, name }) => (
          <Option key={id} value={id}>
            {name}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}
