/** The text of each draft as it was opened or last downloaded: what differs from it is not in any file yet. */
const saved = new Map<string, string>();

export function savedText(draftId: string): string | undefined {
  return saved.get(draftId);
}

export function setSavedText(draftId: string, text: string): void {
  saved.set(draftId, text);
}
