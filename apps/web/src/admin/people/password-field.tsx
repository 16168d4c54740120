import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { EyeOffRegular, EyeRegular, KeyResetRegular } from "@fluentui/react-icons";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { CopyButton } from "../../shared/parts/copy-button.tsx";
import { newPassword } from "./new-password.ts";

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    marginBlockStart: tokens.spacingVerticalXS,
  },
});

interface PasswordFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly fault: string | null;
}

/** A password for somebody else: shown on request, or made up, to be handed over. */
export function PasswordField({ label, hint, value, onChange, fault }: PasswordFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [shown, setShown] = useState(false);
  const showLabel = shown ? t("admin.person.password.hide") : t("admin.person.password.show");
  return (
    <div>
      <Field label={label} hint={hint} validationMessage={fault}>
        <Input
          type={shown ? "text" : "password"}
          // Not the password of whoever types it.
          autoComplete="new-password"
          spellCheck={false}
          value={value}
          onChange={(_, data) => onChange(data.value)}
          contentAfter={
            <Button
              appearance="transparent"
              size="small"
              icon={shown ? <EyeOffRegular /> : <EyeRegular />}
              aria-label={showLabel}
              title={showLabel}
              onClick={() => setShown(!shown)}
            />
          }
        />
      </Field>
      <div className={styles.tools}>
        <Button
          size="small"
          icon={<KeyResetRegular />}
          onClick={() => {
            onChange(newPassword());
            setShown(true);
          }}
        >
          {t("admin.person.password.generate")}
        </Button>
        {value !== "" && <CopyButton size="small" text={() => value} label={t("admin.person.password.copy")} />}
      </div>
    </div>
  );
}
