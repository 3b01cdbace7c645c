/** What units were until this revision. */
import { sql } from "kysely";
import type { Revision } from "../revisions.ts";
import { portions } from "./chunks.ts";

const COLUMNS = `org, key, id, repository, observed, product, ecosystem, kind, role, name, path, version, published, around,
  provides, consumes, hash, since, doc`;

/** Copies rows as they are before they are changed or removed. A row that this very revision made has no past. */
export async function keepUnitHistory(revision: Revision, keys: Iterable<number>): Promise<void> {
  for (const some of portions(keys)) {
    await sql`insert into unit_history (${sql.raw(COLUMNS)}, until)
      select ${sql.raw(COLUMNS)}, ${revision.number} from unit
      where org = ${revision.org} and key in (${sql.join(some)}) and since < ${revision.number}`.execute(revision.db);
  }
}
