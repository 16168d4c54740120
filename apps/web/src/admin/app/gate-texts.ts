import type { TextOf } from "../../shared/language/text.ts";

/** A gate as it stands in an access decision. */
interface Gate {
  readonly gate: string;
  readonly passed: boolean;
  readonly setting: string;
  readonly value: string;
}

/** What a gate asks, and what the setting answered. A gate that this client does not know yet shows its setting as it is. */
export function gateTexts({ gate, passed, setting, value }: Gate, t: TextOf): { question: string; answer: string } {
  switch (gate) {
    case "organisation-setting":
      return {
        question: t("admin.app.gate.organisation"),
        answer: value === "true" ? t("admin.app.gate.organisationOn") : t("admin.app.gate.organisationOff"),
      };
    case "app-status":
      return {
        question: t("admin.app.gate.status"),
        answer: passed ? t("admin.app.gate.statusAllowed") : t("admin.app.gate.statusBlocked"),
      };
    default:
      return { question: gate, answer: `${setting}: ${value}` };
  }
}
