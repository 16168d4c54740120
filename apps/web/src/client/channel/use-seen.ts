import { useEffect } from "react";
import { attend, markSeen } from "../../shared/unread.ts";

/**
 * Remembers what the person has seen of a channel, while the page is before their eyes.
 * @param newest id of the newest message on the screen; undefined while the reader is elsewhere.
 */
export function useSeen(channelId: string, newest: string | undefined): void {
  useEffect(() => {
    if (newest === undefined) return;
    const look = () => {
      const visible = document.visibilityState === "visible";
      attend(visible ? channelId : undefined);
      if (visible) markSeen(channelId, newest);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      attend(undefined);
    };
  }, [channelId, newest]);
}
