import { Field, Input } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useText } from "../../shared/language/text.ts";

const longestName = 80;

interface WebhookNameProps {
  readonly hint: string;
  readonly value: string;
  /** Whether to say that it is missing. */
  readonly tried: boolean;
  readonly onChange: (value: string) => void;
}

/** What a new webhook is to be called. Typing begins here. */
export function WebhookName({ hint, value, tried, onChange }: WebhookNameProps): ReactElement {
  const t = useText();
  return (
    <Field
      label={t("client.webhooks.name")}
      hint={hint}
      required
      validationMessage={tried && value.trim() === "" ? t("client.webhooks.name.missing") : null}
    >
      <Input autoFocus maxLength={longestName} value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
