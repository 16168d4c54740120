import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useId, useRef, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { type ChosenLogo, type LogoFault, readLogo } from "./read-logo.ts";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  input: { display: "none" },
});

interface LogoFieldProps {
  /** Address of the logo as it is; null for none. */
  readonly src: string | null;
  readonly onChange: (logo: ChosenLogo | null) => void;
  readonly fault: string | undefined;
}

/** The connector's picture, with what is chosen in its place. */
export function LogoField({ src, onChange, fault }: LogoFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const label = useId();
  const [refused, setRefused] = useState<LogoFault>();
  const reasons: Record<LogoFault, string> = {
    type: t("publisher.connectors.logo.type"),
    size: t("publisher.connectors.logo.size"),
    broken: t("publisher.connectors.logo.broken"),
  };
  const message = refused === undefined ? fault : reasons[refused];

  async function choose(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const read = await readLogo(file);
    setRefused(typeof read === "string" ? read : undefined);
    if (typeof read !== "string") onChange(read);
  }

  return (
    <Field
      label={{ children: t("publisher.connectors.logo"), id: label }}
      hint={t("publisher.connectors.logo.hint")}
      validationMessage={message ?? null}
      validationState={message === undefined ? "none" : "error"}
    >
      {(control) => (
        <div className={styles.row}>
          <AppIcon key={src} src={src} size={64} />
          <Button
            id={control.id}
            aria-describedby={control["aria-describedby"]}
            aria-labelledby={`${label} ${control.id}`}
            onClick={() => input.current?.click()}
          >
            {src === null ? t("publisher.connectors.logo.choose") : t("publisher.connectors.logo.another")}
          </Button>
          {src !== null && (
            <Button appearance="subtle" onClick={() => onChange(null)}>
              {t("publisher.connectors.logo.remove")}
            </Button>
          )}
          <input
            ref={input}
            className={styles.input}
            type="file"
            accept="image/png,image/jpeg,image/gif"
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
        </div>
      )}
    </Field>
  );
}
