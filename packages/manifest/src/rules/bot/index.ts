/** Rules about bots (contracts A.3). */

export { commandScope } from "./command-scope.ts";
export { commandTwice } from "./command-twice.ts";
export { groupChatBots } from "./group-chat-before-1-3.ts";
export { botIdForm } from "./id-not-guid.ts";
export { noCommands } from "./no-commands.ts";
export { silentBotWithCommands } from "./notification-only-with-commands.ts";
export { videoWithoutCalls } from "./video-without-calls.ts";
