/** What the server takes (contracts.md A.3); more is refused before it travels. */
export const largestPackage = 30 * 1_048_576;

export type Unsendable = "too-large" | "several" | "folder";

/** Why what was chosen or dropped cannot be sent. What is in the file is for the server to judge. */
export function whyUnsendable(offered: readonly { readonly size: number }[], folder: boolean): Unsendable | undefined {
  if (folder) return "folder";
  if (offered.length > 1) return "several";
  if ((offered[0]?.size ?? 0) > largestPackage) return "too-large";
  return undefined;
}

/** The files of a drop, and whether one of them is a folder, which browsers give as a file that cannot be read. */
export function filesOf(transfer: DataTransfer): { files: File[]; folder: boolean } {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  return { files: [...transfer.files], folder: entries.some((entry) => entry?.isDirectory === true) };
}
