import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { PictureField } from "../../shared/parts/picture-field.tsx";
import { type ChosenLogo, type LogoFault, readLogo } from "./read-logo.ts";

interface LogoFieldProps {
  /** Address of the logo as it is; null for none. */
  readonly src: string | null;
  readonly onChange: (logo: ChosenLogo | null) => void;
  readonly fault: string | undefined;
}

/** The connector's picture, with what is chosen in its place. */
export function LogoField({ src, onChange, fault }: LogoFieldProps): ReactElement {
  const t = useText();
  const [refused, setRefused] = useState<LogoFault>();
  const reasons: Record<LogoFault, string> = {
    type: t("shared.picture.type"),
    size: t("publisher.connectors.logo.size"),
    broken: t("shared.picture.broken"),
  };

  async function choose(file: File): Promise<void> {
    const read = await readLogo(file);
    setRefused(typeof read === "string" ? read : undefined);
    if (typeof read !== "string") onChange(read);
  }

  return (
    <PictureField
      label={t("publisher.connectors.logo")}
      hint={t("publisher.connectors.logo.hint")}
      src={src}
      onChoose={(file) => void choose(file)}
      onRemove={() => {
        setRefused(undefined);
        onChange(null);
      }}
      fault={refused === undefined ? fault : reasons[refused]}
    />
  );
}
