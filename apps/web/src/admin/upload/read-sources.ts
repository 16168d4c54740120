/** A larger text is not shown anyway, and would hold the page up. */
const largestText = 2 * 1_048_576;

/**
 * The texts of a package, to quote from: its manifest and language files.
 * @returns an empty map when the file is no zip that can be read; the findings say so then.
 */
export async function readSources(file: Blob): Promise<ReadonlyMap<string, string>> {
  const { unzipSync } = await import("fflate");
  try {
    const files = unzipSync(new Uint8Array(await file.arrayBuffer()), {
      filter: ({ name, originalSize }) => name.endsWith(".json") && originalSize <= largestText,
    });
    const decoder = new TextDecoder();
    return new Map(Object.entries(files).map(([name, bytes]) => [name, decoder.decode(bytes)]));
  } catch {
    return new Map();
  }
}
