import { useCallback } from "react";
import { useIntl } from "react-intl";

/** Values that a message has places for. */
export type TextValues = Readonly<Record<string, string | number | Date>>;
export type TextOf = (id: string, values?: TextValues) => string;

/** The messages of the screen's language. Ids are written out where they are used: tools/check-messages.ts finds them. */
export function useText(): TextOf {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
