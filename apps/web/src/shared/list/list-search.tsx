import { makeStyles, SearchBox } from "@fluentui/react-components";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { narrow } from "../layout/narrow.ts";

/** Nobody types slower between two letters of a word. */
const pauseMilliseconds = 250;

const useStyles = makeStyles({
  root: { width: "280px", maxWidth: "100%", [narrow]: { width: "100%" } },
});

interface ListSearchProps {
  readonly label: string;
  /** What is searched for now; undefined for nothing. */
  readonly value: string | undefined;
  readonly onSearch: (value: string | undefined) => void;
}

/** Searches as one types. */
export function ListSearch({ label, value, onSearch }: ListSearchProps): ReactElement {
  const styles = useStyles();
  const [text, setText] = useState(value ?? "");
  const asked = useRef(value);
  const wanted = text.trim() === "" ? undefined : text.trim();

  // Changed from elsewhere: another page of the history, a button that clears it.
  useEffect(() => {
    if (value === asked.current) return;
    asked.current = value;
    setText(value ?? "");
  }, [value]);

  useEffect(() => {
    if (wanted === asked.current) return;
    const timer = setTimeout(() => {
      asked.current = wanted;
      onSearch(wanted);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  });

  return (
    <SearchBox
      className={styles.root}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  );
}
