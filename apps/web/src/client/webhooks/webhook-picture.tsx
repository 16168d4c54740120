import { type ReactElement, useState } from "react";
import { useText } from "../../shared/language/text.ts";
import { PictureField } from "../../shared/parts/picture-field.tsx";
import { dataUrlOf, drawnInSquare, pictureTypes, sizeOf } from "../../shared/parts/picture-file.ts";

/** As the server takes them. */
const largestBytes = 256 * 1024;
const largestSide = 2048;
/** Sharp beside a message on any screen. */
const drawnSide = 256;

/** The picture as a `data:` URL, drawn smaller when it is larger than the server takes. */
async function readPicture(file: File): Promise<string> {
  const { width, height } = await sizeOf(file);
  const small = file.size <= largestBytes && Math.max(width, height) <= largestSide;
  return await dataUrlOf(small ? file : await drawnInSquare(file, drawnSide));
}

interface WebhookPictureProps {
  readonly src: string | null;
  readonly onChange: (dataUrl: string | null) => void;
}

/** The picture beside a webhook's messages. */
export function WebhookPicture({ src, onChange }: WebhookPictureProps): ReactElement {
  const t = useText();
  const [fault, setFault] = useState<"type" | "broken">();
  const reasons = { type: t("shared.picture.type"), broken: t("shared.picture.broken") };

  async function choose(file: File): Promise<void> {
    if (!pictureTypes.includes(file.type)) return setFault("type");
    try {
      onChange(await readPicture(file));
      setFault(undefined);
    } catch {
      setFault("broken");
    }
  }

  return (
    <PictureField
      label={t("client.webhooks.picture")}
      hint={t("client.webhooks.picture.hint")}
      src={src}
      onChoose={(file) => void choose(file)}
      onRemove={() => {
        setFault(undefined);
        onChange(null);
      }}
      fault={fault === undefined ? undefined : reasons[fault]}
    />
  );
}
