import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import type { Directory } from "../directory/index.ts";
import type { Governance } from "../governance/index.ts";
import type { ConfigurationChange } from "../platform/configuration-change.ts";
import type { Database } from "../platform/database/database.ts";
import { ParvisError } from "../platform/errors.ts";
import { batch, rehearse } from "../platform/events/command.ts";
import type { Actor, Origin } from "../platform/events/event-log.ts";
import type { Platform } from "../platform/platform.ts";
import { tagOf } from "../platform/state-tag.ts";
import { type BootstrapFile, bootstrapFile } from "./bootstrap.schema.ts";
import { lockConfiguration } from "./bootstrap.store.ts";
import { directoryFile } from "./directory-file.ts";

/** Something in the file that a person must mend; shown without a stack. */
export class BootstrapError extends Error {
  override readonly name = "BootstrapError";
  /** Each problem by itself. */
  readonly problems: readonly string[];

  constructor(message: string, problems: readonly string[] = [message]) {
    super(message);
    this.problems = problems;
  }
}

/**
 * Reads a bootstrap file.
 * @throws BootstrapError with every problem at once: YAML errors with line and column, values with their path.
 */
export function parseBootstrap(source: string, fileName: string): BootstrapFile {
  const document = parseDocument(source, { prettyErrors: true });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => error.message);
    throw new BootstrapError(`${fileName} is not YAML:\n${problems.join("\n")}`, problems);
  }
  const read = bootstrapFile.safeParse(document.toJS());
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join(".") || "(the whole file)"}: ${issue.message}`);
  throw new BootstrapError(
    `${fileName} does not fit:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
    problems,
  );
}

/** The areas a file is about, on a handle of somebody's choice. */
export interface ConfiguredParts {
  readonly directory: Directory;
  readonly governance: Pick<Governance, "file">;
}

/** What a file changes, or would. */
export interface ConfigurationPlan {
  readonly changes: readonly ConfigurationChange[];
  /** Names these changes: applying is refused when they are others by then. */
  readonly tag: string;
}

const atOnce = 4;

export type BootstrapService = ReturnType<typeof bootstrapService>;

/** Applies bootstrap files, each as one transaction; running one twice changes nothing the second time. */
export function bootstrapService(
  { database, log }: Pick<Platform, "database" | "log">,
  { directory, governance }: { directory: Directory; governance: Pick<Governance, "forget" | "settingsChanged"> },
  partsOn: (within: Database) => ConfiguredParts,
) {
  /** The slow part of making people, before anybody has to wait for the transaction. */
  async function hashesFor(file: BootstrapFile): Promise<Map<string, string>> {
    const upns = file.users.map(({ upn }) => upn);
    const there = new Set((await directory.people.find(file.tenant.id, { ids: [], upns })).map(({ upn }) => upn));
    const missing = file.users.filter(({ upn, password }) => password !== undefined && !there.has(upn.toLowerCase()));
    const hashes = new Map<string, string>();
    for (let first = 0; first < missing.length; first += atOnce) {
      await Promise.all(
        missing.slice(first, first + atOnce).map(async ({ upn, password = "" }) => {
          hashes.set(upn.toLowerCase(), await directory.people.hashPassword(password));
        }),
      );
    }
    return hashes;
  }

  async function run(within: Database, file: BootstrapFile, actor: Actor, hashes: ReadonlyMap<string, string>) {
    // One at a time, also when several nodes start together.
    await lockConfiguration(within.sql, file.tenant.id);
    const origin: Origin = { tenantId: file.tenant.id, actor };
    const changes: ConfigurationChange[] = [];
    const problems: string[] = [];
    const note = (change: ConfigurationChange) => void changes.push(change);
    const complain = (problem: string) => void problems.push(problem);
    const parts = partsOn(within);
    const application = { origin, file, note, complain };
    const personIds = await directoryFile(within, parts.directory).apply(application, hashes);
    await parts.governance.file.apply(origin, file, note, complain);
    if (problems.length > 0)
      throw new BootstrapError(`The file does not fit:\n${problems.map((one) => `  ${one}`).join("\n")}`, problems);
    return { changes, personIds };
  }

  async function apply(
    file: BootstrapFile,
    { actor = { kind: "system" }, tag }: { actor?: Actor; tag?: string | undefined } = {},
  ) {
    const hashes = await hashesFor(file);
    const { changes, personIds } = await batch(database, async (within) => {
      const done = await run(within, file, actor, hashes);
      if (tag !== undefined && tagOf(done.changes) !== tag)
        throw new ParvisError("change/stale", {
          detail: "The organisation has changed since the plan was made. Look at the difference again.",
          extra: { changes: done.changes },
        });
      return done;
    });
    governance.forget(file.tenant.id);
    governance.settingsChanged(file.tenant.id);
    if (file.publishers.length > 0)
      log.warn({ sections: ["publishers"] }, "These sections of the bootstrap file have no effect in this release");
    return { tenantId: file.tenant.id, firstPersonId: personIds[0], changes };
  }

  return {
    apply,

    /** What applying a file would change: the same commands, rolled back. @throws BootstrapError, ParvisError as apply does */
    async plan(file: BootstrapFile, actor: Actor): Promise<ConfigurationPlan> {
      const hashes = new Map(file.users.map(({ upn }) => [upn.toLowerCase(), ""]));
      const { changes } = await rehearse(database, async (within) => await run(within, file, actor, hashes));
      return { changes, tag: tagOf(changes) };
    },

    /** @throws BootstrapError also when the file cannot be read. */
    async applyFile(path: string): ReturnType<typeof apply> {
      const source = await readFile(path, "utf8").catch((error: unknown) => {
        throw new BootstrapError(
          `PARVIS_BOOTSTRAP: ${path} cannot be read (${error instanceof Error ? error.message : error}).`,
        );
      });
      const applied = await apply(parseBootstrap(source, path));
      log.info({ path, changes: applied.changes.length }, "The bootstrap file is applied");
      return applied;
    },
  };
}
