/** Values that a sentence has places for. */
export type ReasonValues = Readonly<Record<string, string | number>>;

/** What a sentence has places for, such as `app` in `{app} is installed here already.` */
export type PlacesOf<Sentence extends string> = Sentence extends `${string}{${infer Place}}${infer Rest}`
  ? Place | PlacesOf<Rest>
  : never;

/** The values of a sentence; no argument at all where it has no places. */
export type ValuesOf<Sentence extends string> = [PlacesOf<Sentence>] extends [never]
  ? []
  : [Readonly<Record<PlacesOf<Sentence>, string | number>>];

/** A sentence with its values in place. */
export function filled(sentence: string, values: ReasonValues): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/**
 * Why a person is refused, beneath the error's code: what they meet on a screen. The sentence is the answer's `detail`;
 * its code and values go along, so that a client says the same in another language (`problem.because.<code>` of the web
 * client's messages).
 */
export const reasons = {
  "upload/cloud": "The organisation's cloud has no uploads for oneself or a team.",
  "upload/organisation-setting":
    "Custom apps are switched off for the organisation. An administrator can switch them on.",
  "upload/setup-policy": "Your setup policy does not let you upload custom apps. Ask an administrator.",
  "upload/team-setting": "In this team only owners upload custom apps. Ask one of them.",
  "upload/permission-policy": "Your permission policy would not let you use the app. Ask an administrator.",
  "upload/unusable": "You could not use the app there.",
  "upload/there-for-team": "{app} {version} with this id was uploaded for the team already. Update or remove it.",
  "upload/there-for-oneself": "{app} {version} with this id was uploaded by you already. Update or remove it.",
  "upload/not-yours-to-update": "Only whoever uploaded {app} may update it.",
  "upload/not-yours-to-remove": "Only whoever uploaded {app} and the team's owners may remove it.",
  "upload/nothing-for-team": "{app} has nothing for a team.",
  "upload/nothing-for-oneself": "{app} has nothing for one person.",
  "version/not-higher": "The package is version {offered}, and {current} is published already. Use {least} or higher.",
  "submission/of-another":
    "Somebody else's submission of {app} waits for a decision. Until then only they may replace it.",
  "submission/none-waits": "No submission of {app} waits for a decision.",
  "request/available": "You may use this app already: just add it.",
  "request/none-taken": "Your organisation takes no requests for apps. Ask your administrator in person.",
  "request/elsewhere": "Your organisation takes requests at {link}",
  "installation/there": "{app} is installed here already.",
  "installation/there-by-policy": "The setup policy {policy} has installed {app} already.",
  "installation/stays-by-policy":
    "The setup policy {policy} installs {app} for you, so it stays. Ask an administrator to take it out of the policy.",
  "installation/newest": "{app} runs {version} here, which is the newest version.",
  "installation/not-added": "You have not added {app}.",
  "installation/for-one-team": "{app} was uploaded for one team alone and cannot be added anywhere else.",
  "installation/for-one-person": "{app} was uploaded for one person alone and cannot be added anywhere else.",
  "installation/resource-switch":
    "{app} asks for {permissions}, and the organisation's setting {setting} does not let that be agreed to here. Ask an administrator.",
  "consent/newer": "{app} was updated to {version} meanwhile. Read what it asks for now, then agree again.",
  "consent/withdrawn": "What was agreed to for {app} was withdrawn. Agree again to go on using it.",
  "pin/policy": "The setup policy {policy} does not let people pin apps themselves.",
  "pin/nothing": "{app} has no page or bot for one person, so there is nothing to pin.",
  "policy/global-holds": "Global holds for everybody without another policy. Take the assignment away instead.",
  "policy/rank-of": "Rank {rank} is that of {group}. Choose another, for example {free}, or change the order of all.",
  "policy/other-groups": "Other groups have policies by now. Look at the list again, then put it in order.",
  "policy/name-built-in": "{name} is the name of a built-in policy.",
  "policy/name-there": "There is a policy {name} already.",
  "policy/not-edited": "{name} can be assigned, not edited. Make a policy of your own with what you need.",
  "policy/keeps-name": "{name} keeps its name.",
  "policy/not-deleted": "{name} is built in: it cannot be deleted.",
  "settings/third-party-first": "Switch third-party apps on before you decide about new ones.",
  "status/publish-instead": "An app that waits for approval is allowed by publishing it. Nothing was changed.",
  "availability/through-group":
    "The app is not for {names} by name. Who has it through a group loses it when they leave the group, or the group loses it. Nothing was changed.",
} as const satisfies Record<string, string>;

export type ReasonCode = keyof typeof reasons;

/** A reason as an answer carries it. */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: ReasonValues;
}

/** The reason of a refusal, as parts of its error: the sentence, and what a client needs to say it in another language. */
export function because<Code extends ReasonCode>(
  code: Code,
  ...given: ValuesOf<(typeof reasons)[Code]>
): { readonly detail: string; readonly reason: Reason } {
  const values: ReasonValues = given[0] ?? {};
  return { detail: filled(reasons[code], values), reason: { code, values } };
}
