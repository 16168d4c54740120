/** Rules about tabs (contracts A.3). */

export { cannotUpdate } from "./configuration-cannot-change.ts";
export { dashboardTwice } from "./dashboard-card-twice.ts";
export { dashboardIcons } from "./dashboard-card-two-icons.ts";
export { tabTwice } from "./entity-id-twice.ts";
export { groupChatTabs } from "./group-chat-before-1-3.ts";
export { tabNameEmpty } from "./name-empty.ts";
export { tabNameTwice } from "./name-twice.ts";
export { tabWithoutPage } from "./no-content.ts";
export { reservedTabName } from "./reserved-name.ts";
