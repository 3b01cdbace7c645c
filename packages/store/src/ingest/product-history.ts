/** What products were until this revision. */
import { sql } from "kysely";
import type { Revision } from "../revisions.ts";
import { portions } from "./chunks.ts";

const COLUMNS = `org, key, id, slug, name, kind, provenance, confidence, hidden, listed, gone, merged_into, part_of,
  stage, mission, owner_kind, owner_id, owner_name, owner_provenance, owner_confidence, findings, repository, charter,
  units, provides, dependencies, dependents, externals, reach, violations, problems, version, since, hash, doc`;

/** Copies rows as they are before they are changed. What this very revision made has no past. */
export async function keepProductHistory(revision: Revision, keys: Iterable<number>): Promise<void> {
  for (const some of portions(keys)) {
    await sql`insert into product_history (${sql.raw(COLUMNS)}, until)
      select ${sql.raw(COLUMNS)}, ${revision.number} from product
      where org = ${revision.org} and key in (${sql.join(some)}) and since < ${revision.number}`.execute(revision.db);
  }
}
