import type { ReactNode } from "react";
import { createObservable } from "../observable.ts";

/** Something to tell in passing, in a toast. Nothing that must not be missed. */
export interface Notice {
  readonly id: number;
  readonly intent: "success" | "info" | "warning" | "error";
  readonly title: string;
  readonly body?: ReactNode;
  /** Stays until dismissed: it holds something to take along. */
  readonly stays?: boolean;
}

export const latestNotice = createObservable<Notice | undefined>(undefined);
let count = 0;

export function notify(notice: Omit<Notice, "id">): void {
  latestNotice.set({ ...notice, id: ++count });
}
