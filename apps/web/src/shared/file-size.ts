import { useIntl } from "react-intl";

/** How large a file is, in words: "12 kB", "30 MB". */
export function useSize(): (bytes: number) => string {
  const { formatNumber } = useIntl();
  return (bytes) => {
    const [value, unit] =
      bytes < 1_024
        ? ([bytes, "byte"] as const)
        : bytes < 1_048_576
          ? ([bytes / 1_024, "kilobyte"] as const)
          : ([bytes / 1_048_576, "megabyte"] as const);
    // The short form of bytes does not count in English: "695 byte".
    const unitDisplay = unit === "byte" ? "long" : "short";
    return formatNumber(value, { style: "unit", unit, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 });
  };
}
