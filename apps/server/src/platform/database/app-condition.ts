import type { RawBuilder } from "kysely";

/** Columns of whatever relation of apps a listing reads, as SQL: `a.app_id` and so on. */
export interface AppColumns {
  readonly id: RawBuilder<unknown>;
  readonly externalId: RawBuilder<unknown>;
  readonly kind: RawBuilder<unknown>;
  readonly blockedByPublisher: RawBuilder<unknown>;
  readonly createdAt: RawBuilder<unknown>;
  /** Whether a version of it was ever published. */
  readonly published: RawBuilder<unknown>;
  /** `personal`, `team`, or null for apps that nobody uploaded for somebody alone. */
  readonly sideloadedScope: RawBuilder<unknown>;
  readonly sideloadedTo: RawBuilder<unknown>;
}

/** A condition on apps that one area gives another for the `where` of a listing, so that neither knows the other's tables. */
export type AppCondition = (app: AppColumns) => RawBuilder<boolean>;

/** What another area knows of each app of a listing: joins to put behind its relation, and what they bring. */
export interface AppFacts {
  readonly joins: RawBuilder<unknown>;
  /** `allowed`, `blocked`, `blockedByPublisher`, `blockedOrgWide` */
  readonly status: RawBuilder<unknown>;
  /** `everyone`, `usersAndGroups`, `noone` */
  readonly availability: RawBuilder<unknown>;
  /** Whether an administrator has edited the availability. */
  readonly touched: RawBuilder<unknown>;
  /** How many people wait for the app. */
  readonly requests: RawBuilder<unknown>;
}
