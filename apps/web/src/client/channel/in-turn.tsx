import { type CSSProperties, type ReactElement, useContext, useLayoutEffect, useState } from "react";
import { TurnsContext } from "./turns.ts";

/** Height of a row as the list counts with it, as long as its card is not drawn. */
export const rowHeight = "--row-height";
/** What a row is higher than its card: its padding and its head. */
const aroundCard = "40px";

const place: CSSProperties = { height: `calc(var(${rowHeight}) - ${aroundCard})` };
const made: CSSProperties = { display: "none" };
/** As if there were nothing around the card. */
const shown: CSSProperties = { display: "contents" };

/**
 * Keeps the place of a card until its turn has come, twice: to be made, and to be laid out and painted. A large card
 * takes as long for the one as for the other, and both in one frame would be too long.
 */
export function InTurn({ children }: { children: ReactElement }): ReactElement {
  const turns = useContext(TurnsContext);
  const [turn, setTurn] = useState<"waiting" | "made" | "shown">(() => (turns.atOnce() ? "shown" : "waiting"));
  useLayoutEffect(
    () => (turn === "shown" ? undefined : turns.wait(() => setTurn(turn === "waiting" ? "made" : "shown"))),
    [turns, turn],
  );
  return (
    <>
      {turn !== "shown" && <div style={place} />}
      {turn !== "waiting" && <div style={turn === "made" ? made : shown}>{children}</div>}
    </>
  );
}
