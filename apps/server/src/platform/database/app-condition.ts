import type { RawBuilder } from "kysely";

/** Columns of whatever relation of apps a listing reads, as SQL: `a.app_id` and so on. */
export interface AppColumns {
  readonly id: RawBuilder<unknown>;
  readonly externalId: RawBuilder<unknown>;
  readonly kind: RawBuilder<unknown>;
  readonly blockedByPublisher: RawBuilder<unknown>;
  readonly createdAt: RawBuilder<unknown>;
}

/** A condition on apps that one area gives another for the `where` of a listing, so that neither knows the other's tables. */
export type AppCondition = (app: AppColumns) => RawBuilder<boolean>;
