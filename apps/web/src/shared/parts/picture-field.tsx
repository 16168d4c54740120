import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement, useId, useRef } from "react";
import { useText } from "../language/text.ts";
import { AppIcon } from "./app-icon.tsx";
import { pictureTypes } from "./picture-file.ts";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: tokens.spacingHorizontalM },
  input: { display: "none" },
  backdrop: {
    display: "flex",
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface PictureFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Address of the picture as it is; null for none. */
  readonly src: string | null;
  readonly onChoose: (file: File) => void;
  /** Left out where there is always one. */
  readonly onRemove?: () => void;
  /** Shown on a dark ground: pictures that are white on nothing. */
  readonly onBackdrop?: boolean;
  readonly fault: string | undefined;
}

/** A picture, and choosing another. */
export function PictureField(props: PictureFieldProps): ReactElement {
  const { label, hint, src, onChoose, onRemove, onBackdrop = false, fault } = props;
  const styles = useStyles();
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const labelId = useId();
  return (
    <Field
      label={{ children: label, id: labelId }}
      hint={hint}
      validationMessage={fault ?? null}
      validationState={fault === undefined ? "none" : "error"}
    >
      {(control) => (
        <div className={styles.row}>
          <span className={onBackdrop ? styles.backdrop : undefined}>
            <AppIcon key={src} src={src} size={64} />
          </span>
          <Button
            id={control.id}
            aria-describedby={control["aria-describedby"]}
            aria-labelledby={`${labelId} ${control.id}`}
            onClick={() => input.current?.click()}
          >
            {src === null ? t("shared.picture.choose") : t("shared.picture.another")}
          </Button>
          {src !== null && onRemove !== undefined && (
            <Button appearance="subtle" onClick={onRemove}>
              {t("shared.picture.remove")}
            </Button>
          )}
          <input
            ref={input}
            className={styles.input}
            type="file"
            accept={pictureTypes.join(",")}
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) onChoose(file);
              event.target.value = "";
            }}
          />
        </div>
      )}
    </Field>
  );
}
