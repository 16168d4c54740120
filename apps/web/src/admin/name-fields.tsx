import { Field, Input, Textarea } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../shared/language/text.ts";

const longestDescription = 1_024;

interface NameFieldsProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly longestName: number;
  /** Why the name cannot be this. */
  readonly fault: string | null;
  readonly description: string;
  readonly onDescription: (description: string) => void;
}

/** What a thing is called, and what it is for. */
export function NameFields(props: NameFieldsProps): ReactElement {
  const { name, onName, longestName, fault, description, onDescription } = props;
  const t = useText();
  return (
    <>
      <Field label={t("admin.policies.name")} required validationMessage={fault}>
        <Input value={name} maxLength={longestName} onChange={(_, { value }) => onName(value)} />
      </Field>
      <Field label={t("admin.policies.description")}>
        <Textarea
          value={description}
          maxLength={longestDescription}
          onChange={(_, { value }) => onDescription(value)}
        />
      </Field>
    </>
  );
}
