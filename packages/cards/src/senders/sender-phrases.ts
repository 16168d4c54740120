/** Values that a phrase has places for. */
export type PhraseValues = Readonly<Record<string, string | number>>;

type Phrase = (values: PhraseValues) => string;

/** A phrase of fixed words with `{places}`. */
function words(template: string): Phrase {
  return (values) => template.replace(/\{(\w+)\}/g, (_, place: string) => String(values[place] ?? ""));
}

/** A phrase about a `count`: one, or any other number of things. */
function counted(one: string, other: string): Phrase {
  return (values) => words(values.count === 1 ? one : other)(values);
}

/**
 * The words that cards made from the payloads of other systems say (alerts, events of repositories), in English. A
 * client passes a function that says the same in the reader's language. Sentences are put together from an actor, a
 * verb and an object, in this order; languages in which that does not do word the places themselves.
 */
const phrases = {
  more: words("and {count} more"),
  open: words("Open {name}"),

  "alerts.firing": words("Firing"),
  "alerts.resolved": words("Resolved"),
  "alerts.noData": words("No data"),
  "alerts.pending": words("Pending"),
  "alerts.paused": words("Paused"),
  "alerts.count": words("{state}: {count}"),
  "alerts.unnamed": words("Alert"),
  "alerts.since": words("Since"),
  "alerts.until": words("Until"),
  "alerts.value": words("Value"),
  "alerts.source": words("Source"),
  "alerts.runbook": words("Runbook"),
  "alerts.dashboard": words("Dashboard"),
  "alerts.panel": words("Panel"),
  "alerts.silence": words("Silence"),

  "slack.message": words("A message without text"),

  "github.did": words("{actor} {verb} {object}"),
  "github.plain": words("{event}: {action}"),
  "github.somebody": words("Somebody"),
  "github.pushed": counted("{actor} pushed {count} commit to {branch}", "{actor} pushed {count} commits to {branch}"),
  "github.forcePushed": words("{actor} force-pushed to {branch}"),
  "github.commented": words("{actor} commented on {object}"),
  "github.readyForReview": words("{actor} marked {object} as ready for review"),
  "github.draft": words("{actor} turned {object} into a draft"),
  "github.reviewRequested": words("{actor} asked for a review of {object}"),
  "github.changesRequested": words("{actor} asked for changes in {object}"),
  "github.reviewDismissed": words("{actor} dismissed a review of {object}"),
  "github.starred": words("{actor} starred {repository}"),
  "github.unstarred": words("{actor} took the star from {repository}"),
  "github.watched": words("{actor} watches {repository}"),
  "github.forked": words("{actor} forked {repository}"),
  "github.publicized": words("{actor} made {repository} public"),
  "github.connected": words("GitHub is connected to {repository}"),
  "github.run": words("{name}: {result}"),
  "github.deployment": words("Deployment to {environment}: {result}"),

  "github.verb.opened": words("opened"),
  "github.verb.closed": words("closed"),
  "github.verb.reopened": words("reopened"),
  "github.verb.merged": words("merged"),
  "github.verb.edited": words("edited"),
  "github.verb.updated": words("updated"),
  "github.verb.created": words("created"),
  "github.verb.deleted": words("deleted"),
  "github.verb.published": words("published"),
  "github.verb.unpublished": words("unpublished"),
  "github.verb.assigned": words("assigned"),
  "github.verb.labeled": words("labelled"),
  "github.verb.locked": words("locked"),
  "github.verb.unlocked": words("unlocked"),
  "github.verb.pinned": words("pinned"),
  "github.verb.transferred": words("transferred"),
  "github.verb.approved": words("approved"),
  "github.verb.added": words("added"),
  "github.verb.removed": words("removed"),
  "github.verb.renamed": words("renamed"),
  "github.verb.archived": words("archived"),
  "github.verb.requested": words("requested"),

  "github.object.pullRequest": words("pull request {name}"),
  "github.object.issue": words("issue {name}"),
  "github.object.discussion": words("discussion {name}"),
  "github.object.commit": words("commit {name}"),
  "github.object.release": words("release {name}"),
  "github.object.branch": words("branch {name}"),
  "github.object.tag": words("tag {name}"),
  "github.object.milestone": words("milestone {name}"),
  "github.object.label": words("label {name}"),
  "github.object.member": words("member {name}"),
  "github.object.page": words("wiki page {name}"),
  "github.object.package": words("package {name}"),
  "github.object.repository": words("repository {name}"),

  "github.result.success": words("succeeded"),
  "github.result.failure": words("failed"),
  "github.result.cancelled": words("cancelled"),
  "github.result.skipped": words("skipped"),
  "github.result.timedOut": words("timed out"),
  "github.result.actionRequired": words("needs attention"),
  "github.result.neutral": words("finished"),
  "github.result.queued": words("queued"),
  "github.result.inProgress": words("in progress"),
  "github.result.inactive": words("no longer active"),

  "github.fact.branch": words("Branch"),
  "github.fact.changes": words("Changes"),
  "github.fact.commit": words("Commit"),
  "github.fact.event": words("Started by"),
  "github.fact.labels": words("Labels"),
  "github.fact.assignees": words("Assignees"),
  "github.fact.stars": words("Stars"),
  "github.fact.forks": words("Forks"),
  "github.fact.state": words("State"),

  "azureDevOps.event": words("An event of Azure DevOps"),
  "azureDevOps.project": words("Project"),
  "azureDevOps.repository": words("Repository"),
  "azureDevOps.pipeline": words("Pipeline"),
} satisfies Record<string, Phrase>;

export type SenderPhrase = keyof typeof phrases;
export type SayPhrase = (phrase: SenderPhrase, values?: PhraseValues) => string;

/** Every phrase, for a client that has to have them all in its own languages. */
export const senderPhrases = Object.keys(phrases) as readonly SenderPhrase[];

export const sayInEnglish: SayPhrase = (phrase, values = {}) => phrases[phrase](values);
