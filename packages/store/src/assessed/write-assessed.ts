/** Results of assessing as columns that lists filter and sort by. They are counted, not said: no revision, no history. */
import type { AssessmentRow } from "@freehold/model";
import type { Engine } from "../engines/engine.ts";
import { cellsOfProducts, moveCells } from "../ingest/cube.ts";
import type { AssessedColumns } from "../schema/portfolio.ts";
import { type Scope, scopeOf } from "../scope.ts";
import type { PendingAssessment } from "./queue.ts";

/** Writes what differs, and takes the repository from the queue unless it was asked for again meanwhile. */
export async function writeAssessments(
  engine: Engine,
  org: number,
  pending: PendingAssessment,
  rows: readonly AssessmentRow[],
): Promise<void> {
  await engine.write.transaction().execute(async (db) => {
    const scope = scopeOf(engine, db, org);
    await writeRows(scope, pending.repository, rows);
    await scope.db
      .deleteFrom("assess_queue")
      .where("repository", "=", pending.repository)
      .where("revision", "=", pending.revision)
      .execute();
  });
}

async function writeRows(scope: Scope, repository: number, rows: readonly AssessmentRow[]): Promise<void> {
  const known = await scope.db
    .selectFrom("product")
    .select(["key", "id", "assessed"])
    .where("repository", "=", repository)
    .execute();
  const byId = new Map(rows.map((row) => [row.product, row]));
  const changed = known.flatMap(({ key, id, assessed }) => {
    const row = byId.get(id);
    const columns = row === undefined ? NOT_ASSESSED : columnsOf(row);
    return columns.assessed === assessed ? [] : [{ key, columns }];
  });
  const keys = changed.map(({ key }) => key);
  const before = await cellsOfProducts(scope, keys);
  for (const { key, columns } of changed) {
    await scope.db.updateTable("product").set(columns).where("key", "=", key).execute();
  }
  const after = await cellsOfProducts(scope, keys);
  await moveCells(
    scope,
    keys.map((key) => [before.get(key), after.get(key)] as const),
  );
}

const NOT_ASSESSED: AssessedColumns = {
  score: null,
  value: null,
  simplicity: null,
  plane: null,
  standing: null,
  steady: null,
  action: null,
  assessed: null,
};

function columnsOf({ product: _p, slug: _s, name: _n, kind: _k, ...row }: AssessmentRow): AssessedColumns {
  const { score, value, simplicity, stage, steady, action } = row;
  return {
    score: score ?? null,
    value: value ?? null,
    simplicity: simplicity ?? null,
    plane: value === undefined || simplicity === undefined ? null : Math.sqrt(value * simplicity),
    standing: stage ?? null,
    steady: steady ? 1 : 0,
    action,
    assessed: JSON.stringify(row),
  };
}
