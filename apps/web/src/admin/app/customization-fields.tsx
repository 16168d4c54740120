import { Button, Field, Input, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { AppIcon } from "../../shared/parts/app-icon.tsx";
import { PictureField } from "../../shared/parts/picture-field.tsx";
import { dataUrlOf, drawnInSquare, pictureTypes } from "../../shared/parts/picture-file.ts";
import { faultOf, type IconName, iconSides, mostLetters, type TextName } from "./customization-draft.ts";
import { customizationTexts } from "./customization-texts.ts";

const useStyles = makeStyles({
  publisher: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    overflowWrap: "anywhere",
  },
  swatch: {
    width: "20px",
    height: "20px",
    borderRadius: tokens.borderRadiusSmall,
    boxShadow: tokens.shadow2,
  },
  field: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0 },
  // Outline icons are white on nothing.
  backdrop: {
    display: "flex",
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    borderRadius: tokens.borderRadiusMedium,
  },
});

interface TextFieldProps {
  readonly name: TextName;
  readonly value: string;
  readonly publisher: string;
  readonly onChange: (value: string) => void;
}

/** One text of an app: the organisation's, with the publisher's own beneath. */
export function CustomText({ name, value, publisher, onChange }: TextFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const label = customizationTexts(t)[name];
  const fault = faultOf(name, value);
  const most = mostLetters[name] ?? 0;
  const faults = {
    tooLong: t("admin.app.customize.tooLong", { count: value.trim().length, most }),
    link: t("admin.app.customize.link"),
    color: t("admin.app.customize.color"),
  };
  const own = value.trim() !== "" && value.trim() !== publisher;
  return (
    <div className={styles.field}>
      <Field
        label={label}
        validationState={fault === undefined ? "none" : "error"}
        validationMessage={fault === undefined ? null : faults[fault]}
      >
        {name === "fullDescription" ? (
          <Textarea
            value={value}
            placeholder={publisher}
            rows={5}
            resize="vertical"
            onChange={(_, data) => onChange(data.value)}
          />
        ) : (
          <Input
            value={value}
            placeholder={publisher}
            type={name.endsWith("Url") ? "url" : "text"}
            onChange={(_, data) => onChange(data.value)}
            contentBefore={
              name === "accentColor" && fault === undefined ? (
                <span className={styles.swatch} style={{ backgroundColor: value.trim() || publisher }} aria-hidden />
              ) : null
            }
          />
        )}
      </Field>
      <span className={styles.publisher}>
        <Text size={200}>
          {publisher === ""
            ? t("admin.app.customize.publisherNone")
            : t("admin.app.customize.publisher", { value: publisher })}
        </Text>
        {own && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={t("admin.app.customize.usePublisherOf", { label })}
            onClick={() => onChange(publisher)}
          >
            {t("admin.app.customize.usePublisher")}
          </Button>
        )}
      </span>
    </div>
  );
}

interface IconFieldProps {
  readonly name: IconName;
  readonly src: string;
  readonly publisher: string;
  /** Whether another than the publisher's is shown. */
  readonly own: boolean;
  /** A `data:` URL; null for the publisher's. */
  readonly onChange: (icon: string | null) => void;
}

/** One icon of an app, drawn to its size whatever is chosen, with the publisher's own beneath. */
export function CustomIcon({ name, src, publisher, own, onChange }: IconFieldProps): ReactElement {
  const styles = useStyles();
  const t = useText();
  const [fault, setFault] = useState<"type" | "broken">();
  const label = customizationTexts(t)[name];
  const side = iconSides[name];
  const faults = { type: t("shared.picture.type"), broken: t("shared.picture.broken") };

  async function choose(file: File): Promise<void> {
    if (!pictureTypes.includes(file.type)) return setFault("type");
    try {
      onChange(await dataUrlOf(await drawnInSquare(file, side)));
      setFault(undefined);
    } catch {
      setFault("broken");
    }
  }

  return (
    <div className={styles.field}>
      <PictureField
        label={label}
        hint={t(name === "outlineIcon" ? "admin.app.customize.outlineHint" : "admin.app.customize.iconHint", { side })}
        src={src}
        onBackdrop={name === "outlineIcon"}
        onChoose={(file) => void choose(file)}
        fault={fault === undefined ? undefined : faults[fault]}
      />
      {own && (
        <span className={styles.publisher}>
          <Text size={200}>{t("admin.app.customize.publisherIcon")}</Text>
          <span className={name === "outlineIcon" ? styles.backdrop : undefined}>
            <AppIcon src={publisher} size={32} />
          </span>
          <Button
            size="small"
            appearance="subtle"
            aria-label={t("admin.app.customize.usePublisherOf", { label })}
            onClick={() => {
              setFault(undefined);
              onChange(null);
            }}
          >
            {t("admin.app.customize.usePublisher")}
          </Button>
        </span>
      )}
    </div>
  );
}
