import { encode } from "fast-png";

function square(side: number): Uint8Array {
  return encode({ width: side, height: side, channels: 3, data: new Uint8Array(side * side * 3).fill(0x5b) });
}

const dataUrl = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString("base64")}`;

/** A picture that is taken, and one that is too small for it. */
export const testPicture = { bytes: square(32), dataUrl: dataUrl(square(32)), tooSmall: dataUrl(square(1)) };
