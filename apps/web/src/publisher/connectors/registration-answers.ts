import type { Registration } from "./registration-queries.ts";

/** What the form asks, as it is typed. Lists have one entry a line. */
export interface Answers {
  readonly name: string;
  readonly shortDescription: string;
  readonly detailedDescription: string;
  readonly companyName: string;
  readonly websiteUrl: string;
  readonly configurationUrl: string;
  readonly validDomains: string;
  readonly callbackUrls: string;
  readonly actionsEnabled: boolean;
  readonly actionsUrl: string;
}

export type TextAnswer = Exclude<keyof Answers, "actionsEnabled">;
export type AnswerFault = "missing" | "address" | "https" | "domain" | "callback" | "tooMany";

export const noAnswers: Answers = {
  name: "",
  shortDescription: "",
  detailedDescription: "",
  companyName: "",
  websiteUrl: "",
  configurationUrl: "",
  validDomains: "",
  callbackUrls: "",
  actionsEnabled: false,
  actionsUrl: "",
};

/** The most a text may have, as the manifest of the package allows (contracts.md E.1). */
export const longest: Readonly<Partial<Record<TextAnswer, number>>> = {
  name: 30,
  shortDescription: 80,
  detailedDescription: 4000,
  companyName: 32,
};

const mostDomains = 15;
const mostCallbacks = 20;

const lines = (text: string) => [
  ...new Set(
    text
      .split(/[\s,;]+/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

export function answersOf(registration: Registration): Answers {
  const { validDomains, callbackUrls, actionsUrl, ...rest } = registration;
  return {
    name: rest.name,
    shortDescription: rest.shortDescription,
    detailedDescription: rest.detailedDescription,
    companyName: rest.companyName,
    websiteUrl: rest.websiteUrl,
    configurationUrl: rest.configurationUrl,
    validDomains: validDomains.join("\n"),
    callbackUrls: callbackUrls.join("\n"),
    actionsEnabled: rest.actionsEnabled,
    actionsUrl: actionsUrl ?? "",
  };
}

/** As the server takes it. */
export function bodyOf(answers: Answers) {
  const actionsUrl = answers.actionsUrl.trim();
  return {
    name: answers.name.trim(),
    shortDescription: answers.shortDescription.trim(),
    detailedDescription: answers.detailedDescription.trim(),
    companyName: answers.companyName.trim(),
    websiteUrl: answers.websiteUrl.trim(),
    configurationUrl: answers.configurationUrl.trim(),
    validDomains: lines(answers.validDomains),
    callbackUrls: lines(answers.callbackUrls),
    actionsEnabled: answers.actionsEnabled,
    actionsUrl: actionsUrl === "" ? null : actionsUrl,
  };
}

function addressFault(address: string, secure: boolean): AnswerFault | undefined {
  if (!URL.canParse(address)) return "address";
  const { protocol } = new URL(address);
  if (protocol === "https:") return undefined;
  return secure ? "https" : protocol === "http:" ? undefined : "address";
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

function callbackFault(address: string): boolean {
  if (addressFault(address, false) !== undefined) return true;
  const { protocol, hostname, hash } = new URL(address);
  return hash !== "" || (protocol === "http:" && !loopback.includes(hostname));
}

const host = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;

/** What is wrong with the answers before they are sent; the server looks again. */
export function faultsOf(answers: Answers): Partial<Record<TextAnswer, AnswerFault>> {
  const faults: Partial<Record<TextAnswer, AnswerFault>> = {};
  const needed: TextAnswer[] = [
    "name",
    "shortDescription",
    "detailedDescription",
    "companyName",
    "websiteUrl",
    "configurationUrl",
  ];
  if (answers.actionsEnabled) needed.push("actionsUrl");
  for (const name of needed) if (answers[name].trim() === "") faults[name] = "missing";
  const say = (name: TextAnswer, fault: AnswerFault | undefined) => {
    if (fault !== undefined) faults[name] ??= fault;
  };
  say("websiteUrl", addressFault(answers.websiteUrl.trim(), true));
  say("configurationUrl", addressFault(answers.configurationUrl.trim(), false));
  if (answers.actionsUrl.trim() !== "") say("actionsUrl", addressFault(answers.actionsUrl.trim(), false));
  const domains = lines(answers.validDomains);
  if (!domains.every((domain) => host.test(domain))) say("validDomains", "domain");
  if (domains.length > mostDomains) say("validDomains", "tooMany");
  const callbacks = lines(answers.callbackUrls);
  if (callbacks.some(callbackFault)) say("callbackUrls", "callback");
  if (callbacks.length > mostCallbacks) say("callbackUrls", "tooMany");
  return faults;
}

/** What the server had to say about an answer: `validDomains.0` is about the valid domains. */
export function issuesOf(extra: Readonly<Record<string, unknown>>): Partial<Record<string, string>> {
  const { issues } = extra;
  if (!Array.isArray(issues)) return {};
  const found: Partial<Record<string, string>> = {};
  for (const { path, message } of issues as { path: string; message: string }[])
    found[path.split(".")[0] ?? ""] ??= message;
  return found;
}
