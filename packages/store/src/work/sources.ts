/** Sources: where repositories are fetched from. Secrets are not kept here: `config` names them. */
import { randomUUID } from "node:crypto";
import type { Engine } from "../engines/engine.ts";
import { type Author, revise } from "../revisions.ts";
import type { Scope } from "../scope.ts";
import { StoreError } from "../store-error.ts";

export interface Source {
  readonly id: string;
  /** github, gitlab, git, folder. */
  readonly kind: string;
  readonly url: string;
  readonly config: unknown;
  readonly active: boolean;
  /** Milliseconds between two scans. */
  readonly every?: number;
  readonly scanned?: number;
  /** What the importer noted of itself: where it is, what to ask next time. */
  readonly state?: unknown;
  readonly version: number;
}

export type SourceInput = Pick<Source, "kind" | "url" | "config" | "active" | "every">;

export async function listSources({ db }: Scope): Promise<Source[]> {
  const rows = await db.selectFrom("source").selectAll().orderBy("id").execute();
  return rows.map(({ config, active, every, scanned, state, ...row }) => ({
    ...row,
    config: JSON.parse(config) as unknown,
    active: active === 1,
    ...(every === null ? {} : { every }),
    ...(scanned === null ? {} : { scanned }),
    ...(state === null ? {} : { state: JSON.parse(state) as unknown }),
  }));
}

/** Makes a source, or changes one at the version that was seen. Throws `store/not-found`, `store/version-conflict`. */
export async function saveSource(
  engine: Engine,
  org: number,
  author: Author,
  input: SourceInput & { readonly id?: string; readonly version?: number },
  now?: () => number,
): Promise<{ readonly id: string; readonly version: number }> {
  const action = input.id === undefined ? "created" : "changed";
  return await revise(
    engine,
    org,
    author,
    `source.${action}`,
    async (revision) => {
      const id = input.id ?? `src_${randomUUID().replaceAll("-", "")}`;
      const before = await revision.db
        .selectFrom("source")
        .select(["version", "url"])
        .where("id", "=", id)
        .executeTakeFirst();
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
        config: JSON.stringify(input.config ?? null),
        active: input.active ? (1 as const) : (0 as const),
        every: input.every ?? null,
        version,
      };
      if (before === undefined)
        await revision.db
          .insertInto("source")
          .values({ id, ...values, scanned: null, state: null })
          .execute();
      else await revision.db.updateTable("source").set(values).where("id", "=", id).execute();
      await revision.record([
        { kind: "source", subject: id, action, fields: [["url", before?.url ?? null, input.url]], silent: true },
      ]);
      return { id, version };
    },
    now,
  );
}

/** What it gave stays in the portfolio. Throws `store/not-found`. */
export async function removeSource(
  engine: Engine,
  org: number,
  author: Author,
  id: string,
  now?: () => number,
): Promise<void> {
  await revise(
    engine,
    org,
    author,
    "source.removed",
    async (revision) => {
      const { numDeletedRows } = await revision.db.deleteFrom("source").where("id", "=", id).executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new StoreError("store/not-found", `there is no source "${id}"`);
      await revision.record([{ kind: "source", subject: id, action: "removed", silent: true }]);
    },
    now,
  );
}

/** Notes a scan; not a change that anybody made. */
export async function noteScan({ db }: Scope, id: string, scanned: number, state: unknown): Promise<void> {
  await db
    .updateTable("source")
    .set({ scanned, state: JSON.stringify(state ?? null) })
    .where("id", "=", id)
    .execute();
}
