/** The engine for an address. */
import type { Engine } from "./engine.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

export interface EngineOptions {
  /** `postgres://…`, or the path of a SQLite file; `:memory:` for one that is removed when it is closed. */
  readonly at: string;
  /** Connections to PostgreSQL. */
  readonly connections?: number;
  /** For tests of a full disk: most pages of the SQLite file. */
  readonly maxPages?: number;
}

export function openEngine({ at, connections, maxPages }: EngineOptions): Engine {
  if (/^postgres(?:ql)?:/.test(at))
    return openPostgres(connections === undefined ? { url: at } : { url: at, connections });
  return openSqlite(maxPages === undefined ? { file: at } : { file: at, maxPages });
}
