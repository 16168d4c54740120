import { type ReactElement, useContext, useLayoutEffect, useState } from "react";
import { TurnsContext } from "./turns.ts";

/** Height of a row as the list counts with it, as long as its card is not drawn. */
export const rowHeight = "--row-height";
/** What a row is higher than its card: its padding and its head. */
const aroundCard = "40px";

/** Keeps the place of a card until its turn to be drawn has come. */
export function InTurn({ children }: { children: ReactElement }): ReactElement {
  const turns = useContext(TurnsContext);
  const [drawn, setDrawn] = useState(() => turns.atOnce());
  useLayoutEffect(() => (drawn ? undefined : turns.wait(() => setDrawn(true))), [turns, drawn]);
  return drawn ? children : <div style={{ height: `calc(var(${rowHeight}) - ${aroundCard})` }} />;
}
