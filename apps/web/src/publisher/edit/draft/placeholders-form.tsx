import {
  Button,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogTitle,
  Field,
  Input,
  Text,
} from "@fluentui/react-components";
import { DocumentTextRegular } from "@fluentui/react-icons";
import { type ReactElement, useRef, useState } from "react";
import { useText } from "../../../shared/language/text.ts";
import { useDialogStyles } from "../../../shared/layout/dialog-styles.ts";
import { run } from "../../engine/engine.ts";

type Env = Readonly<Record<string, string>>;

interface PlaceholdersFormProps {
  /** Names of the placeholders in the manifest. */
  readonly names: readonly string[];
  readonly env: Env;
  /** Judges with these values. */
  readonly onUse: (env: Env) => void;
  /** Writes these values into the manifest. */
  readonly onWrite: (env: Env) => void;
  readonly onClose: () => void;
}

/** Values for placeholders, typed or from a .env file. They stay in this browser as everything here does. */
export function PlaceholdersForm({ names, env, onUse, onWrite, onClose }: PlaceholdersFormProps): ReactElement {
  const styles = useDialogStyles();
  const t = useText();
  const file = useRef<HTMLInputElement>(null);
  const [values, setValues] = useState<Env>(env);
  const [read, setRead] = useState<{ count: number } | "failed">();

  async function take(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    try {
      const given = await run("readEnv", { text: await chosen.text() });
      setValues({ ...values, ...given });
      setRead({ count: names.filter((name) => given[name] !== undefined).length });
    } catch {
      setRead("failed");
    }
  }

  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
  const any = names.some((name) => filled[name] !== undefined);
  return (
    <DialogBody>
      <DialogTitle>{t("publisher.edit.placeholders.title")}</DialogTitle>
      <DialogContent className={styles.content}>
        <Text>{t("publisher.edit.placeholders.text")}</Text>
        <div>
          <Button icon={<DocumentTextRegular />} onClick={() => file.current?.click()}>
            {t("publisher.edit.placeholders.env")}
          </Button>
          <input
            ref={file}
            hidden
            type="file"
            aria-label={t("publisher.edit.placeholders.env")}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              void take(chosen);
            }}
          />
        </div>
        <Text role="status">
          {read === "failed" && t("publisher.edit.placeholders.unreadable")}
          {typeof read === "object" && t("publisher.edit.placeholders.read", { count: read.count })}
        </Text>
        {names.map((name) => (
          <Field key={name} label={name}>
            <Input value={values[name] ?? ""} onChange={(_, { value }) => setValues({ ...values, [name]: value })} />
          </Field>
        ))}
      </DialogContent>
      <DialogActions fluid>
        <Button onClick={onClose}>{t("shared.cancel")}</Button>
        <Button disabledFocusable={!any} onClick={() => onWrite(filled)}>
          {t("publisher.edit.placeholders.write")}
        </Button>
        <Button appearance="primary" onClick={() => onUse(filled)}>
          {t("publisher.edit.placeholders.use")}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
