/** Rules about the activity feed (contracts A.3). */

export { groupTwice } from "./group-twice.ts";
export { groupUnknown } from "./group-unknown.ts";
export { groupsWithoutTypes } from "./groups-without-types.ts";
export { activityWithoutIdentity } from "./no-identity.ts";
export { reservedActivity } from "./reserved-type.ts";
export { activityTwice } from "./type-twice.ts";
