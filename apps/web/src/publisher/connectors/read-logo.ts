/** A logo as it is sent: as it was chosen, and as the package's icon. */
export interface ChosenLogo {
  /** Base64. */
  readonly logo: string;
  readonly colorIcon: string;
  /** To show it with. */
  readonly dataUrl: string;
}

export type LogoFault = "type" | "size" | "broken";

/** In bytes; smaller than this (contracts.md D.4). */
const largest = 60 * 1024;
const iconSide = 192;
const types = ["image/png", "image/jpeg", "image/gif"];

async function dataUrlOf(blob: Blob): Promise<string> {
  return await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

const base64Of = (dataUrl: string) => dataUrl.slice(dataUrl.indexOf(",") + 1);

/** The whole picture in the middle of a square of the size that packages want. */
async function iconOf(blob: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(blob);
  const canvas = document.createElement("canvas");
  canvas.width = iconSide;
  canvas.height = iconSide;
  const context = canvas.getContext("2d");
  if (context === null) return null;
  const scale = iconSide / Math.max(bitmap.width, bitmap.height);
  const [width, height] = [bitmap.width * scale, bitmap.height * scale];
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, (iconSide - width) / 2, (iconSide - height) / 2, width, height);
  bitmap.close();
  return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** Reads the file that somebody chose. */
export async function readLogo(file: File): Promise<ChosenLogo | LogoFault> {
  if (!types.includes(file.type)) return "type";
  if (file.size >= largest) return "size";
  try {
    const icon = await iconOf(file);
    if (icon === null) return "broken";
    const [dataUrl, iconUrl] = await Promise.all([dataUrlOf(file), dataUrlOf(icon)]);
    return { logo: base64Of(dataUrl), colorIcon: base64Of(iconUrl), dataUrl };
  } catch {
    return "broken";
  }
}
