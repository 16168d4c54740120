import { type ReactNode, useEffect, useState } from "react";

/** Below this, waiting is not noticed and a skeleton would only flicker. */
const unnoticedMilliseconds = 300;

/** Shows its content only once waiting is noticed. */
export function Delayed({ children }: { children: ReactNode }): ReactNode {
  const [noticed, setNoticed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), unnoticedMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return noticed ? children : null;
}
