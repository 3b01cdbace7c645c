/** Sources: where repositories are fetched from. Their secrets come sealed, and only whoever fetches asks for them. */
import { randomUUID } from "node:crypto";
import type { Engine } from "../engines/engine.ts";
import { cancelJobsOf } from "../jobs/jobs.ts";
import { type Author, type FieldChange, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";
import { steadyNow } from "../steady-clock.ts";

export interface Source {
  readonly id: string;
  /** github, gitlab, git, folder. */
  readonly kind: string;
  readonly url: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly active: boolean;
  /** Milliseconds between two walks through its repositories. */
  readonly every?: number;
  /** When its repositories are listed next. */
  readonly due?: number;
  /** When they were listed last, to the end. */
  readonly scanned?: number;
  /** What the importer noted of itself: where it is, what to ask next time. */
  readonly state?: unknown;
  readonly version: number;
}

export interface SourceInput extends Pick<Source, "kind" | "url" | "config" | "active" | "every"> {
  /** Sealed by the caller. Absent: as it was; null: none. */
  readonly secrets?: string | null;
}

const COLUMNS = ["id", "kind", "url", "config", "active", "every", "due", "scanned", "state", "version"] as const;

export async function listSources({ db }: Scope): Promise<Source[]> {
  return (await db.selectFrom("source").select(COLUMNS).orderBy("id").execute()).map(present);
}

export async function findSource({ db }: Scope, id: string): Promise<Source | undefined> {
  const row = await db.selectFrom("source").select(COLUMNS).where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : present(row);
}

/** As they were sealed; undefined where there are none. */
export async function sourceSecrets({ db }: Scope, id: string): Promise<string | undefined> {
  const row = await db.selectFrom("source").select("secrets").where("id", "=", id).executeTakeFirst();
  return row?.secrets ?? undefined;
}

/** Makes a source, or changes one at the version that was seen. Throws `store/not-found`, `store/version-conflict`. */
export async function saveSource(
  engine: Engine,
  org: number,
  author: Author,
  input: SourceInput & { readonly id?: string; readonly version?: number },
  now: () => number = steadyNow,
): Promise<{ readonly id: string; readonly version: number }> {
  const action = input.id === undefined ? "created" : "changed";
  return await revise(
    engine,
    org,
    author,
    `source.${action}`,
    async (revision) => {
      const id = input.id ?? `src_${randomUUID().replaceAll("-", "")}`;
      const before = input.id === undefined ? undefined : await findSource(revision, id);
      if (input.id !== undefined && before === undefined)
        throw new StoreError("store/not-found", `there is no source "${id}"`);
      if (before !== undefined && input.version !== undefined && input.version !== before.version) {
        throw new StoreError("store/version-conflict", `the source is at version ${before.version}`, {
          version: before.version,
        });
      }
      const version = (before?.version ?? 0) + 1;
      const values = {
        kind: input.kind,
        url: input.url,
        config: JSON.stringify(input.config),
        active: input.active ? (1 as const) : (0 as const),
        every: input.every ?? null,
        version,
        // What was changed is to be seen at work.
        due: now(),
        ...(input.secrets === undefined ? {} : { secrets: input.secrets }),
      };
      if (before === undefined)
        await revision.db
          .insertInto("source")
          .values({ id, secrets: null, ...values, scanned: null, state: null })
          .execute();
      else await revision.db.updateTable("source").set(values).where("id", "=", id).execute();
      await revision.record([{ kind: "source", subject: id, action, fields: changes(before, input), silent: true }]);
      return { id, version };
    },
    now,
  );
}

/** Of secrets only that they changed. */
function changes(before: Source | undefined, { config, url, active, every, secrets }: SourceInput): FieldChange[] {
  const then: Readonly<Record<string, unknown>> = {
    ...before?.config,
    url: before?.url,
    active: before?.active,
    every: before?.every,
  };
  const after: Readonly<Record<string, unknown>> = { ...config, url, active, every };
  const names = [...new Set([...Object.keys(then), ...Object.keys(after)])].sort();
  return [
    ...names
      .filter((name) => JSON.stringify(then[name]) !== JSON.stringify(after[name]))
      .map((name): FieldChange => [name, then[name] ?? null, after[name] ?? null]),
    ...(secrets === undefined ? [] : [["secrets", "(hidden)", secrets === null ? null : "(hidden)"] as const]),
  ];
}

/** Only what is sealed; a version of the source stays what it is. Throws `store/not-found`. */
export async function saveSourceSecrets(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  secrets: string | null,
  now?: () => number,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "source.changed",
    async (revision) => {
      const { numUpdatedRows } = await revision.db
        .updateTable("source")
        .set({ secrets })
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) throw new StoreError("store/not-found", `there is no source "${id}"`);
      const fields = [["secrets", "(hidden)", "(hidden)"] as const];
      await revision.record([{ kind: "source", subject: id, action: "changed", fields, silent: true }]);
    },
    now,
  );
}

/** What it gave stays in the portfolio; its jobs are cancelled. Throws `store/not-found`. */
export async function removeSource(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  now: () => number = steadyNow,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "source.removed",
    async (revision) => {
      const { numDeletedRows } = await revision.db.deleteFrom("source").where("id", "=", id).executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new StoreError("store/not-found", `there is no source "${id}"`);
      await revision.db.deleteFrom("source_repository").where("source", "=", id).execute();
      await cancelJobsOf(revision, id, now());
      await revision.record([{ kind: "source", subject: id, action: "removed", silent: true }]);
    },
    now,
  );
}

/** Notes where a walk is, or that it came to its end; not a change that anybody made. */
export async function noteSource(
  { db }: Scope,
  id: string,
  note: { readonly state: unknown; readonly scanned?: number },
): Promise<void> {
  await db
    .updateTable("source")
    .set({
      state: JSON.stringify(note.state ?? null),
      ...(note.scanned === undefined ? {} : { scanned: note.scanned }),
    })
    .where("id", "=", id)
    .execute();
}

/**
 * Sources of all organisations whose time has come; whoever gets one sees to it, and nobody else does until `next`
 * (of its `every`) has come.
 */
export async function takeDueSources(
  { write }: Engine,
  now: number,
  next: (every: number | undefined) => number,
): Promise<{ readonly organisation: string; readonly id: string }[]> {
  const due = await write
    .selectFrom("source")
    .innerJoin("organisation", "organisation.key", "source.org")
    .select(["organisation.id as organisation", "org", "source.id as id", "every", "due"])
    .where("active", "=", 1)
    .where("due", "<=", now)
    .orderBy("due")
    .limit(100)
    .execute();
  const taken: { readonly organisation: string; readonly id: string }[] = [];
  for (const { organisation, org, id, every, due: was } of due) {
    const { numUpdatedRows } = await write
      .updateTable("source")
      .set({ due: next(every ?? undefined) })
      .where("org", "=", org)
      .where("id", "=", id)
      .where("due", "=", was)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) taken.push({ organisation, id });
  }
  return taken;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly url: string;
  readonly config: string;
  readonly active: 0 | 1;
  readonly every: number | null;
  readonly due: number | null;
  readonly scanned: number | null;
  readonly state: string | null;
  readonly version: number;
}

function present({ config, active, every, due, scanned, state, ...row }: Row): Source {
  return {
    ...row,
    config: JSON.parse(config) as Record<string, unknown>,
    active: active === 1,
    ...(every === null ? {} : { every }),
    ...(due === null ? {} : { due }),
    ...(scanned === null ? {} : { scanned }),
    ...(state === null ? {} : { state: JSON.parse(state) as unknown }),
  };
}
