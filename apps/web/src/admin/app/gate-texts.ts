import type { TextOf } from "../../shared/language/text.ts";
import { groupWords, type ReachedGroup } from "../subjects/group-way.ts";

/** A gate as it stands in an access decision. */
interface Gate {
  readonly gate: string;
  readonly passed: boolean;
  readonly setting: string;
  readonly value: string;
  readonly policy?: { readonly name: string } | null;
  readonly through?: (ReachedGroup & { readonly kind: "person" | "group" }) | null;
}

/** Whom a decision is about. */
export interface Whom {
  readonly name: string;
  /** The person who looks at it. */
  readonly self: boolean;
}

interface GateTexts {
  readonly question: string;
  readonly answer: string;
}

function organisation({ setting, passed }: Gate, t: TextOf): GateTexts {
  if (setting === "allowThirdPartyApps") {
    return {
      question: t("admin.app.gate.thirdParty"),
      answer: passed ? t("admin.app.gate.thirdPartyOn") : t("admin.app.gate.thirdPartyOff"),
    };
  }
  return {
    question: t("admin.app.gate.organisation"),
    answer: passed ? t("admin.app.gate.organisationOn") : t("admin.app.gate.organisationOff"),
  };
}

function status({ passed, value, setting }: Gate, t: TextOf): string {
  if (passed) return t("admin.app.gate.statusAllowed");
  if (value === "blockedByPublisher") return t("admin.app.gate.statusByPublisher");
  if (setting === "allowNewThirdPartyApps") return t("admin.app.gate.statusTooNew");
  return t("admin.app.gate.statusBlocked");
}

function availability({ passed, value, through }: Gate, whom: { name: string; self: string }, t: TextOf): string {
  if (value === "everyone") return t("admin.app.gate.availableEveryone");
  if (value === "noone") return t("admin.app.gate.availableNoone");
  if (!passed) return t("admin.app.gate.availableToOthers", whom);
  return through?.kind === "group"
    ? t("admin.app.gate.availableThrough", { ...whom, ...groupWords(through, t) })
    : t("admin.app.gate.availableByName", whom);
}

/** What a gate asks, and what the setting answered. A gate that this client does not know yet shows its setting as it is. */
export function gateTexts(asked: Gate, { name, self }: Whom, t: TextOf): GateTexts {
  const whom = { name, self: String(self) };
  const { gate, passed, setting, value, policy } = asked;
  switch (gate) {
    case "sideloaded-for":
      return {
        question: t("admin.app.gate.uploaded", whom),
        answer: t("admin.app.gate.uploadedFor", { scope: value, passed: String(passed) }),
      };
    case "organisation-setting":
      return organisation(asked, t);
    case "app-status":
      return { question: t("admin.app.gate.status"), answer: status(asked, t) };
    case "availability":
      return { question: t("admin.app.gate.availability", whom), answer: availability(asked, whom, t) };
    case "permission-policy":
      return {
        question: t("admin.app.gate.policy", whom),
        answer: passed
          ? t("admin.app.gate.policyAllows", { policy: policy?.name ?? "" })
          : t("admin.app.gate.policyBlocks", { policy: policy?.name ?? "" }),
      };
    default:
      return { question: gate, answer: `${setting}: ${value}` };
  }
}
