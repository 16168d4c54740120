import { useState } from "react";
import { remembered, rememberForever } from "../../shared/remembered.ts";
import { type ColumnChoice, readChoice } from "./list-column.ts";

/** The columns that the person wants to see, remembered by this browser. @param list names the list. */
export function useColumnChoice(list: string): [ColumnChoice, (choice: ColumnChoice) => void] {
  const key = `columns.${list}`;
  const [choice, setChoice] = useState(() => readChoice(remembered(key)));
  return [
    choice,
    (next) => {
      setChoice(next);
      rememberForever(key, JSON.stringify(next));
    },
  ];
}
