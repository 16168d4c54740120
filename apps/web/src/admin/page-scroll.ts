import { createContext, type RefObject } from "react";

/** What scrolls a page of the admin centre; long lists draw only what is in view of it. */
export const PageScroll = createContext<RefObject<HTMLElement | null>>({ current: null });
