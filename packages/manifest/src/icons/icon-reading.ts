/** What was read of one icon. */
export interface IconReading {
  /** Path inside the package. */
  path: string;
  byteLength: number;
  /** As its header says; null when there is no header to read. */
  width: number | null;
  height: number | null;
  state:
    | "ok"
    /** Not a PNG at all; `detail` names what it is instead. */
    | "not-png"
    /** A PNG with parts broken or missing; `detail` names the part. */
    | "damaged"
    /** The header announces another amount of pixels than the data holds. */
    | "contradictory"
    /** More bytes than an icon may have; not looked into. */
    | "too-large";
  detail?: string;
  /** Red, green, blue, alpha, row by row; null unless `ok` and no larger than 512 x 512. */
  pixels: Uint8Array | null;
}
