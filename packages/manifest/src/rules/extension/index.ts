/** Rules about message extensions: which kind they are, and what each kind needs (contracts A.3). */

export { apiWithoutParameter } from "./api-command-without-parameter.ts";
export { apiDescription } from "./api-description.ts";
export { apiFileMissing } from "./api-description-missing.ts";
export { apiWithBot } from "./api-with-bot.ts";
export { apiWithUpdate } from "./api-with-configuration.ts";
export { extensionSignIn } from "./authorization.ts";
export { extensionBotId } from "./bot-id-not-guid.ts";
export { botWithApiFile } from "./bot-with-api-description.ts";
export { botWithTemplate } from "./bot-with-template.ts";
export { extensionCommandTwice } from "./command-twice.ts";
export { emptyExtension } from "./empty.ts";
export { queryWithoutParameter } from "./query-without-parameter.ts";
export { apiTemplateMissing } from "./template-missing.ts";
