import type { ChoiceFault, ChosenFile } from "./source-from-files.ts";

/** A folder with more than this is not the folder of a package; walking it would only take time. */
const mostFiles = 5_000;
/** Folders that hold no part of a package, and most of the files of a project. */
const passedOver = /^(?:node_modules|\..+)$/;

export interface Dropped {
  readonly files: ChosenFile[];
  /** Its name, when one folder was dropped. */
  readonly folder: string | undefined;
}

/** A file or folder of the disk, or a file that is on none, such as an attachment dragged out of a mail. */
type Held = FileSystemEntry | File;

/** What a drop brings, to be read afterwards: browsers empty it once the event is over. */
export function heldIn(transfer: DataTransfer): Held[] {
  return [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
}

export async function readHeld(held: readonly Held[]): Promise<Dropped | ChoiceFault> {
  const [first] = held;
  const isFolder = (one: Held | undefined) => one !== undefined && !(one instanceof File) && one.isDirectory;
  const folder = held.length === 1 && isFolder(first) ? first?.name : undefined;
  if (folder === undefined && held.some(isFolder)) return "several";
  const files: ChosenFile[] = [];
  for (const one of held) {
    if (one instanceof File) files.push({ path: one.name, blob: one });
    else if (!(await collect(one, one.name, files))) return "too-many";
  }
  return { files, folder };
}

/** @returns false when there is too much. */
async function collect(entry: FileSystemEntry, path: string, files: ChosenFile[]): Promise<boolean> {
  if (isFile(entry)) {
    files.push({ path, blob: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) });
    return files.length <= mostFiles;
  }
  if (!isFolder(entry)) return true;
  const reader = entry.createReader();
  // Entries come in portions; an empty one is the last.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return true;
    for (const each of some) {
      if (passedOver.test(each.name)) continue;
      if (!(await collect(each, `${path}/${each.name}`, files))) return false;
    }
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** What an input for folders brings: the browser has walked the folder already. */
export function filesOfFolder(chosen: FileList): Dropped {
  const files = [...chosen].map((file) => ({ path: file.webkitRelativePath, blob: file }));
  const folder = files[0]?.path.split("/")[0];
  return {
    files: files.filter(
      ({ path }) =>
        !path
          .split("/")
          .slice(1, -1)
          .some((part) => passedOver.test(part)),
    ),
    folder,
  };
}
