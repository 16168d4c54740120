import type { Pool, PoolClient } from "pg";
import { binaryArray } from "../platform/database/binary-array.ts";
import { announcementChannel } from "../platform/events/event-log.ts";
import { cardSent, messagePosted, type NewMessage } from "./message.store.ts";
import type { RateLimit } from "./rate.rules.ts";

/** What the log keeps of a request. */
export interface PostRequest {
  readonly mode: string;
  readonly contentType: string | null;
  readonly userAgent: string | null;
  /** Bytes as sent. */
  readonly size: number;
  /** The body as sent; null when it is, to the letter, what is stored with the message. */
  readonly sent: string | null;
  /** The delivery that this one repeats, and who asked for it. */
  readonly againOf: string | null;
  readonly sentBy: string | null;
}

/** A card on its way into a channel. */
export interface NewPost extends Omit<NewMessage, "channelId" | "teamId"> {
  /** Null: it is shown nowhere and goes to the targets of its webhook only. */
  readonly channelId: string | null;
  readonly teamId: string | null;
  /** Without it nothing is logged: cards that nobody posted to a webhook. */
  readonly request?: PostRequest;
  /** Windows that it is counted in, shortest first; none are no limit. */
  readonly limits?: readonly RateLimit[];
  /** Whether it also goes elsewhere: then the step after the insert runs for it, in the same transaction. */
  readonly hasTargets?: boolean;
}

/** A post to a known webhook that is no card: only logged. */
export interface RefusedPost {
  readonly id: string;
  readonly channelId: string | null;
  readonly configurationId: string;
  readonly reason: string;
  readonly request: PostRequest;
}

/** What a batch says of one webhook's windows. */
export interface Counted {
  readonly configurationId: string;
  /** How many of its cards were taken: the first ones. */
  readonly granted: number;
  /** Cards in each window by now, in the order of the limits. */
  readonly counts: readonly number[];
  /** Seconds until each window rolls. */
  readonly resets: readonly number[];
}

/**
 * Writes many posts of one tenant in one statement, and so in one commit: counts them in their webhooks' windows, takes
 * what fits, and writes the messages, an event for each, the log, and one announcement.
 *
 * Named, so that every connection plans it once; arrays, so that its text does not depend on the number. A webhook's
 * windows are one row, locked from here to the commit, so that many nodes agree; rows are taken in order, so that batches
 * cannot wait for each other in a circle. Windows are told by the database's clock and never go back. The tenant's place
 * in line is taken last (that is what the count of what was written is for), because it too is held until the commit.
 */
const insertMany = {
  name: "insert-posts",
  text: `
    with input as (
      select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::bytea[], $9::text[], $10::text[],
          $11::int[], $12::text[], $13::text[], $14::text[], $15::text[], $16::int[], $17::text[], $18::uuid[], $19::uuid[])
        with ordinality as i(message_id, channel_id, configuration_id, team_id, app_id, author_name, author_icon, summary, body,
          nth, reason, mode, content_type, user_agent, size, sent, again_of, sent_by, place)
    ), clock as (
      select extract(epoch from coalesce($25::timestamptz, clock_timestamp()))::float8 as now
    ), asked as (
      select l.configuration_id, l.room, l.seconds::int[] as seconds, l.maxima::int[] as maxima,
        least(l.wanted, (select min(m) from unnest(l.maxima::int[]) m)) as wanted,
        array(select floor(clock.now / s)::bigint from unnest(l.seconds::int[]) with ordinality as u(s, o) order by o) as windows
      from unnest($20::uuid[], $21::int[], $22::text[], $23::text[], $24::int[]) as l(configuration_id, wanted, seconds, maxima, room), clock
    ), counted as (
      insert into rate_window as r (tenant_id, configuration_id, seconds, maxima, windows, counts, granted)
      select $1::uuid, configuration_id, seconds, maxima, windows, array_fill(wanted, array[cardinality(seconds)]), wanted
      from asked order by configuration_id
      on conflict (tenant_id, configuration_id) do update set (seconds, maxima, windows, counts, granted) = (
        select excluded.seconds, excluded.maxima, fit.windows, array(select k + fit.granted from unnest(fit.kept) with ordinality as u(k, o) order by o), fit.granted
        from (
          select array_agg(standing order by o) as windows, array_agg(kept order by o) as kept,
            least(excluded.granted, greatest(min(most - kept), 0)) as granted
          from (
            select u.o, u.most,
              case when u.length = u.old_length then greatest(u.slot, u.old_slot) else u.slot end as standing,
              case when u.length = u.old_length and u.old_slot >= u.slot then u.old_count else 0 end as kept
            from unnest(excluded.seconds, excluded.maxima, excluded.windows, r.seconds, r.windows, r.counts)
              with ordinality as u(length, most, slot, old_length, old_slot, old_count, o)
            where u.length is not null
          ) each
        ) fit
      )
      returning configuration_id, granted, seconds, windows, counts
    ), judged as (
      select i.place, i.channel_id, i.nth is not null and (c.granted is null or i.nth <= c.granted) as taken, i.nth - c.granted <= a.room as fits
      from input i left join counted c using (configuration_id) left join asked a using (configuration_id)
    ), written as (
      insert into message (tenant_id, channel_id, message_id, configuration_id, author_name, author_icon, summary, body)
      select $1::uuid, i.channel_id, i.message_id, i.configuration_id, i.author_name, i.author_icon, i.summary, i.body
      from input i join judged j using (place) where j.taken and i.channel_id is not null
      returning 1
    ), kept as (
      insert into delivery (tenant_id, configuration_id, delivery_id, channel_id, verdict, reason, mode, content_type, user_agent, size, body, again_of, sent_by)
      select $1::uuid, i.configuration_id, i.message_id, i.channel_id,
        case when j.taken then 'accepted' when i.reason is null then 'throttled' else 'refused' end,
        case when not j.taken then coalesce(i.reason, 'throttled') end, i.mode, i.content_type, i.user_agent, i.size,
        case when j.taken then i.sent else coalesce(i.sent, i.body) end, i.again_of, i.sent_by
      from input i join judged j using (place)
      where i.size is not null and (j.taken or i.reason is not null or j.fits)
    ), line as (
      update event_stream set position = position + taken.number
      from (select count(*)::int as number, count(channel_id)::int as shown from judged where taken) taken
      where tenant_id = $1::uuid and taken.number > 0 and (select count(*) from written) = taken.shown
      returning position - taken.number as base
    ), logged as (
      insert into event (tenant_id, position, operation, actor_kind, actor_id, team_id, channel_id, app_id, subject_id)
      select $1::uuid, line.base + t.rank, case when i.channel_id is null then '${cardSent}' else '${messagePosted}' end, 'connector', i.configuration_id, i.team_id, i.channel_id, i.app_id, i.message_id
      from (select place, row_number() over (order by place) as rank from judged where taken) t join input i using (place), line
    ), announced as (
      select pg_notify('${announcementChannel}', $1::text || ' ${messagePosted}') from line
    )
    select null::uuid as "configurationId", 0 as granted, null::int[] as counts, null::float8[] as resets from announced
    union all
    select configuration_id, granted, counts,
      array(select (w + 1) * s - clock.now from unnest(windows, seconds) with ordinality as u(w, s, o) order by o)
    from counted, clock`,
} as const;

const isCard = (post: NewPost | RefusedPost): post is NewPost => !("reason" in post);

/** Which of its webhook's cards each one is, counted from 1 in the order they came; null for what is no card. */
function ordinals(posts: readonly (NewPost | RefusedPost)[]): (number | null)[] {
  const seen = new Map<string, number>();
  return posts.map((post) => {
    if (!isCard(post)) return null;
    const nth = (seen.get(post.configurationId) ?? 0) + 1;
    seen.set(post.configurationId, nth);
    return nth;
  });
}

/** One webhook whose cards are counted. */
interface Asked {
  readonly configurationId: string;
  readonly limits: readonly RateLimit[];
  wanted: number;
}

function askedOf(posts: readonly (NewPost | RefusedPost)[]): Asked[] {
  const asked = new Map<string, Asked>();
  for (const post of posts) {
    if (!isCard(post) || post.limits === undefined || post.limits.length === 0) continue;
    const { configurationId, limits } = post;
    const known = asked.get(configurationId);
    if (known === undefined) asked.set(configurationId, { configurationId, limits, wanted: 1 });
    else known.wanted++;
  }
  return [...asked.values()];
}

/**
 * Writes a batch of one tenant.
 * @param executor the pool, for one statement and one commit; or a transaction that has more to do.
 * @param room how many posts that were turned away the log still takes, by webhook.
 * @param now another clock than the database's, for tests.
 * @returns what became of the windows; a card is taken when it is among the first `granted` of its webhook.
 * @throws whatever the database says; then nothing was written, as far as anybody was told.
 */
export async function insertPosts(
  executor: Pool | PoolClient,
  tenantId: string,
  posts: readonly (NewPost | RefusedPost)[],
  room: (configurationId: string) => number,
  now: Date | undefined,
): Promise<Counted[]> {
  type Value = string | Uint8Array | number | null;
  const column = (type: Parameters<typeof binaryArray>[0], value: (post: NewPost | RefusedPost) => Value) => {
    const values = posts.map(value);
    // Arrays of different lengths are filled up with NULL: most of what is seldom there costs nothing.
    return values.every((each) => each === null) ? null : binaryArray(type, values);
  };
  const card =
    <T>(value: (post: NewPost) => T) =>
    (post: NewPost | RefusedPost) =>
      isCard(post) ? value(post) : null;
  const nth = ordinals(posts);
  const asked = askedOf(posts);
  const values = [
    tenantId,
    column("uuid", (post) => post.id),
    column("uuid", (post) => post.channelId),
    column("uuid", (post) => post.configurationId),
    column(
      "uuid",
      card((post) => post.teamId),
    ),
    column(
      "uuid",
      card((post) => post.appId),
    ),
    column(
      "text",
      card((post) => post.authorName),
    ),
    column(
      "bytea",
      card((post) => post.authorIcon),
    ),
    column(
      "text",
      card((post) => post.summary),
    ),
    column(
      "text",
      card((post) => post.body),
    ),
    binaryArray("int", nth),
    column("text", (post) => (isCard(post) ? null : post.reason)),
    column("text", ({ request }) => request?.mode ?? null),
    column("text", ({ request }) => request?.contentType ?? null),
    column("text", ({ request }) => request?.userAgent ?? null),
    column("int", ({ request }) => request?.size ?? null),
    column("text", ({ request }) => request?.sent ?? null),
    column("uuid", ({ request }) => request?.againOf ?? null),
    column("uuid", ({ request }) => request?.sentBy ?? null),
    asked.map(({ configurationId }) => configurationId),
    asked.map(({ wanted }) => wanted),
    asked.map(({ limits }) => `{${limits.map(({ seconds }) => seconds).join(",")}}`),
    asked.map(({ limits }) => `{${limits.map(({ max }) => max).join(",")}}`),
    asked.map(({ configurationId }) => room(configurationId)),
    now ?? null,
  ];
  const { rows } = await executor.query<Counted>({ ...insertMany, values });
  return rows.filter(({ configurationId }) => configurationId !== null);
}
