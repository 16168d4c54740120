import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, CopyRegular } from "@fluentui/react-icons";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "../language/text.ts";
import { copyText } from "./copy-text.ts";

const useStyles = makeStyles({
  // An address is one long word; it is not to widen what it stands in.
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "start", minWidth: 0 },
  value: {
    flexGrow: 1,
    // On a phone the button goes below.
    flexBasis: "240px",
    minWidth: 0,
    "& input": { minWidth: 0, fontFamily: "inherit" },
    // Grows with what it shows, where the browser knows how.
    "& textarea": { fontFamily: "inherit", fieldSizing: "content", maxHeight: "240px" },
    fontFamily: tokens.fontFamilyMonospace,
  },
});

interface CopyFieldProps {
  readonly label: string;
  readonly value: string;
  /** On several lines. */
  readonly long?: boolean;
}

/** Text to take along: shown whole, selected at a click, copied with a button. */
export function CopyField({ label, value, long = false }: CopyFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const field = {
    value,
    readOnly: true,
    className: styles.value,
    onFocus: (event: { target: { select(): void } }) => event.target.select(),
  };
  return (
    <Field label={label}>
      {(control) => (
        <div className={styles.row}>
          {long ? <Textarea {...control} {...field} resize="vertical" rows={4} /> : <Input {...control} {...field} />}
          <Button
            icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
            onClick={() => void copyText(value).then(setCopied)}
            aria-label={`${t("shared.copy")}: ${label}`}
          >
            {copied ? t("shared.copied") : t("shared.copy")}
          </Button>
        </div>
      )}
    </Field>
  );
}
