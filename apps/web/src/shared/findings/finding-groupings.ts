/** What findings can be put together by. Apart from how, which addresses need not know. */
export const findingGroupings = ["severity", "file", "area"] as const;
export type FindingGrouping = (typeof findingGroupings)[number];
