import { useIntl } from "react-intl";
import { useText } from "../../shared/language/text.ts";

export interface RateLimit {
  readonly seconds: number;
  readonly max: number;
}

const units = [
  { unit: "day", seconds: 86_400 },
  { unit: "hour", seconds: 3_600 },
  { unit: "minute", seconds: 60 },
  { unit: "second", seconds: 1 },
] as const;

export type LimitUnit = (typeof units)[number]["unit"];

/** A length of time in the largest unit that it is a whole number of. */
export function inUnit(seconds: number): { count: number; unit: LimitUnit } {
  const { unit, seconds: each } = units.find((one) => seconds % one.seconds === 0) ?? { unit: "second", seconds: 1 };
  return { count: seconds / each, unit };
}

export function inSeconds(count: number, unit: LimitUnit): number {
  return count * (units.find((one) => one.unit === unit)?.seconds ?? 1);
}

/** Limits and lengths of time in words. */
export function useWebhookText() {
  const t = useText();
  const intl = useIntl();
  const duration = (seconds: number): string => {
    const { count, unit } = inUnit(seconds);
    return intl.formatNumber(count, { style: "unit", unit, unitDisplay: "long" });
  };
  return {
    duration,
    limit: ({ seconds, max }: RateLimit): string =>
      t("client.webhooks.limit", { max: intl.formatNumber(max), time: duration(seconds) }),
  };
}
