import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { invalidateChanged } from "../shared/live/invalidation.ts";
import { liveState, onLive, startLive } from "../shared/live/live.ts";
import { sessionQuery } from "../shared/session.ts";
import { noteArrivals, openReadMarks } from "../shared/unread.ts";
import { endSession } from "./session-end.ts";

/** Keeps what is on the screen as it is on the server, while the frame is shown. */
export function useLive(personId: string): void {
  const queryClient = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    const closeMarks = openReadMarks(personId);
    const stopListening = onLive((batch) => {
      invalidateChanged(queryClient, batch);
      noteArrivals(batch);
    });
    const stopWatching = liveState.subscribe(() => {
      const state = liveState.get();
      // The server said no: perhaps the session ended. Asking who is signed in finds out, and leads to the sign-in page.
      if (state === "refused")
        void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0, retry: false }).catch(() => undefined);
      if (state === "ended") void endSession(queryClient, router, router.state.location.href);
    });
    startLive();
    return () => {
      closeMarks();
      stopListening();
      stopWatching();
    };
  }, [personId, queryClient, router]);
}
