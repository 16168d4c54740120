import { newGuid } from "../../../shared/new-guid.ts";
import type { Draft } from "../../desk.ts";
import { setSavedText } from "./saved-texts.ts";

/** @param inFile false for what was begun here: no file has it yet. */
export function newDraft(parts: Omit<Draft, "id">, inFile: boolean): Draft {
  const draft = { id: newGuid(), ...parts, text: withLineFeeds(parts.text) };
  setSavedText(draft.id, inFile ? draft.text : "");
  return draft;
}

/** The editor counts a line end as one character, whatever the system that wrote it. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n");
}

/** A file name of the app's own name: `Contoso Pulse` becomes `contoso-pulse`. */
export function fileNameOf(name: string | null): string {
  const plain = (name ?? "")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return plain === "" ? "app" : plain.slice(0, 60);
}
