import { base64Of, dataUrlOf, drawnInSquare, pictureTypes } from "../../shared/parts/picture-file.ts";

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
/** What packages want, in pixels. */
const iconSide = 192;

/** Reads the file that somebody chose. */
export async function readLogo(file: File): Promise<ChosenLogo | LogoFault> {
  if (!pictureTypes.includes(file.type)) return "type";
  if (file.size >= largest) return "size";
  try {
    const [dataUrl, iconUrl] = await Promise.all([dataUrlOf(file), dataUrlOf(await drawnInSquare(file, iconSide))]);
    return { logo: base64Of(dataUrl), colorIcon: base64Of(iconUrl), dataUrl };
  } catch {
    return "broken";
  }
}
