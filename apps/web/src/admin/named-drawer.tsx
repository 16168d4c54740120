import { Field, Input, Textarea } from "@fluentui/react-components";
import { type ReactElement, type ReactNode, useState } from "react";
import { hasCode } from "../shared/api/problem.ts";
import { useProblemText } from "../shared/feedback/problem-text.ts";
import { useText } from "../shared/language/text.ts";
import { FormDrawer } from "./form-drawer.tsx";

const longestDescription = 1_024;

/** What a thing is called, and what it is for. */
interface Named {
  readonly name: string;
  readonly description: string;
}

interface NamedDrawerProps {
  readonly open: boolean;
  readonly title: string;
  readonly action: string;
  readonly value: Named;
  readonly onChange: (value: Named) => void;
  readonly longestName: number;
  /** The refusal of a name that another has. It is told at the field. */
  readonly takenCode: string;
  readonly saving: { readonly isPending: boolean; readonly error: Error | null; mutate(): void; reset(): void };
  /** What else there is to say. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** A form for a thing with a name of its own. Mounted anew for each opening. */
export function NamedDrawer(props: NamedDrawerProps): ReactElement {
  const { open, title, action, value, onChange, longestName, takenCode, saving, children, onClose } = props;
  const t = useText();
  const textOf = useProblemText();
  const [tried, setTried] = useState(false);
  const nameless = value.name.trim() === "";
  const isTaken = hasCode(saving.error, takenCode);
  const { title: refusal, detail, foreign } = textOf(saving.error);
  const taken = isTaken ? (foreign ? refusal : (detail ?? refusal)) : null;
  return (
    <FormDrawer
      open={open}
      title={title}
      action={action}
      pending={saving.isPending}
      error={isTaken ? null : saving.error}
      onSubmit={() => {
        setTried(true);
        if (!nameless) saving.mutate();
      }}
      onClose={onClose}
    >
      <Field
        label={t("admin.policies.name")}
        required
        validationMessage={tried && nameless ? t("admin.policies.name.missing") : taken}
      >
        <Input
          value={value.name}
          maxLength={longestName}
          onChange={(_, data) => {
            onChange({ ...value, name: data.value });
            saving.reset();
          }}
        />
      </Field>
      <Field label={t("admin.policies.description")}>
        <Textarea
          value={value.description}
          maxLength={longestDescription}
          onChange={(_, data) => onChange({ ...value, description: data.value })}
        />
      </Field>
      {children}
    </FormDrawer>
  );
}
