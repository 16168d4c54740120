/** A picture as its first bytes describe it. */
export interface Picture {
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

export const pictureTypes = ["image/png", "image/jpeg", "image/gif"] as const;
export type PictureType = (typeof pictureTypes)[number];

/** Enough for a sharp picture beside a name; a photograph out of a camera is more than anybody sees there. */
export const pictureLimits = { bytes: 256 * 1024, leastSide: 16, mostSide: 2_048 };

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Frame headers of JPEG (ITU-T T.81 table B.1): C0 to CF without tables (C4), reserved (C8) and conditioning (CC). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegSize(view: DataView): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/**
 * What a picture is, by its bytes and not by what somebody says of it: PNG, JPEG or GIF. SVG is a document that can
 * run scripts and is none.
 */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && pngSignature.every((byte, index) => bytes[index] === byte))
    return { mediaType: "image/png", width: view.getUint32(16), height: view.getUint32(20) };
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 6));
  if (bytes.length >= 10 && (start === "GIF87a" || start === "GIF89a"))
    return { mediaType: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (bytes.length >= 4 && view.getUint16(0) === 0xffd8) {
    const size = jpegSize(view);
    return size && { mediaType: "image/jpeg", ...size };
  }
  return undefined;
}

/** Why a picture is not taken, in a sentence that says what would be; undefined when it is fine. */
export function pictureFault(bytes: Uint8Array): string | undefined {
  const { bytes: most, leastSide, mostSide } = pictureLimits;
  if (bytes.length > most)
    return `The picture has ${Math.ceil(bytes.length / 1_024)} KB; ${most / 1_024} KB is the most. Make it smaller.`;
  const picture = readPicture(bytes);
  if (picture === undefined) return "The picture is neither PNG, JPEG nor GIF. Choose a file of one of these kinds.";
  const { width, height } = picture;
  if (Math.min(width, height) < leastSide || Math.max(width, height) > mostSide)
    return `The picture is ${width} × ${height} pixels; each side may have ${leastSide} to ${mostSide}.`;
  return undefined;
}
