import { accents } from "../native-card.ts";
import type { SenderPhrase } from "../sender-phrases.ts";

/** What was done, by `action`. Those that say little more than that something changed are all edits. */
export const verbs: Readonly<Record<string, SenderPhrase>> = {
  opened: "github.verb.opened",
  closed: "github.verb.closed",
  reopened: "github.verb.reopened",
  merged: "github.verb.merged",
  edited: "github.verb.edited",
  synchronize: "github.verb.updated",
  updated: "github.verb.updated",
  answered: "github.verb.updated",
  unanswered: "github.verb.updated",
  created: "github.verb.created",
  deleted: "github.verb.deleted",
  published: "github.verb.published",
  released: "github.verb.published",
  prereleased: "github.verb.published",
  unpublished: "github.verb.unpublished",
  assigned: "github.verb.assigned",
  unassigned: "github.verb.edited",
  labeled: "github.verb.labeled",
  unlabeled: "github.verb.edited",
  milestoned: "github.verb.edited",
  demilestoned: "github.verb.edited",
  category_changed: "github.verb.edited",
  locked: "github.verb.locked",
  unlocked: "github.verb.unlocked",
  pinned: "github.verb.pinned",
  unpinned: "github.verb.edited",
  transferred: "github.verb.transferred",
  approved: "github.verb.approved",
  added: "github.verb.added",
  removed: "github.verb.removed",
  renamed: "github.verb.renamed",
  archived: "github.verb.archived",
  unarchived: "github.verb.edited",
  requested: "github.verb.requested",
};

interface Result {
  phrase: SenderPhrase;
  accentColor: string;
}

const succeeded: Result = { phrase: "github.result.success", accentColor: accents.good };
const failed: Result = { phrase: "github.result.failure", accentColor: accents.bad };
const queued: Result = { phrase: "github.result.queued", accentColor: accents.neutral };
const finished: Result = { phrase: "github.result.neutral", accentColor: accents.neutral };

/** How a run, a check or a deployment stands, by its `conclusion`, else its `status` or `state`. */
export const results: Readonly<Record<string, Result>> = {
  success: succeeded,
  failure: failed,
  error: failed,
  startup_failure: failed,
  cancelled: { phrase: "github.result.cancelled", accentColor: accents.neutral },
  skipped: { phrase: "github.result.skipped", accentColor: accents.neutral },
  timed_out: { phrase: "github.result.timedOut", accentColor: accents.bad },
  action_required: { phrase: "github.result.actionRequired", accentColor: accents.warning },
  neutral: finished,
  stale: finished,
  completed: finished,
  queued,
  pending: queued,
  requested: queued,
  waiting: queued,
  in_progress: { phrase: "github.result.inProgress", accentColor: accents.neutral },
  inactive: { phrase: "github.result.inactive", accentColor: accents.neutral },
};

/** A name of the protocol as words: `auto_merge_enabled` reads auto merge enabled. */
export function spelled(name: string): string {
  return name.replaceAll("_", " ");
}
