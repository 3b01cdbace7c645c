/**
 * Units of a snapshot, a batch at a time. A unit whose content is as before costs one look; a changed one
 * is written with what it provides and consumes, and noted for the join.
 */
import { insertRows } from "../engines/insert-rows.ts";
import { hashBytes, isSame } from "../packed.ts";
import { storeDocuments, type StoredDocument } from "./batch-documents.ts";
import { takeConsumes } from "./consumes.ts";
import { internNames } from "./identifiers.ts";
import { takeInterfaces } from "./interfaces.ts";
import type { DocRef } from "./prepare/documents.ts";
import type { SectionBatch } from "./prepare/registry.ts";
import type { UnitItem, UnitWords } from "./prepare/unit.ts";
import { factsOf, sameFacts, type UnitFacts } from "./providers.ts";
import { takeProvides } from "./provides.ts";
import type { Session } from "./session.ts";
import { keepUnitHistory } from "./unit-history.ts";

/** A unit that is not as it was. */
export interface ChangedUnit {
  readonly unit: UnitWords;
  readonly facts: UnitFacts;
  readonly fresh: boolean;
  /** It may now get others, or be got by others, than before. */
  readonly moved: boolean;
  readonly hash: string;
  readonly doc: DocRef;
}

export async function takeUnits(
  session: Session,
  { items, blobs, names }: SectionBatch & { readonly section: "units" },
): Promise<void> {
  await internNames(session, names);
  const changed = await changedUnits(session, items);
  if (changed.length === 0) return;
  const { revision } = session;
  const existing = changed.filter(({ fresh }) => !fresh).map(({ facts }) => facts.key);
  await keepUnitHistory(revision, existing);
  const refs = changed.flatMap(({ doc, unit }) => [doc, ...unit.interfaces.map((promised) => promised.doc)]);
  const stored = await storeDocuments(session, { blobs, refs });
  await insertRows(
    revision,
    "unit",
    changed.map((unit) => rowOf(session, unit, stored)),
    {
      conflict: { key: ["key"], update: UPDATED },
    },
  );
  await takeProvides(session, changed);
  await takeConsumes(session, changed);
  await takeInterfaces(session, changed, stored);
  for (const { facts } of changed) session.changedUnits.add(facts.key);
}

const UPDATED = [
  "repository",
  "ecosystem",
  "kind",
  "role",
  "name",
  "path",
  "version",
  "published",
  "around",
  "provides",
  "consumes",
  "hash",
  "since",
  "doc",
];

async function changedUnits(session: Session, items: readonly UnitItem[]): Promise<ChangedUnit[]> {
  const { revision } = session;
  const candidates = items.filter(({ id }) => !session.units.has(id));
  const rows = session.isFirst
    ? []
    : await knownUnits(
        revision.db,
        candidates.map(({ id }) => id),
      );
  const known = new Map(rows.map((row) => [row.id, row]));
  const changed: Omit<ChangedUnit, "facts">[] = [];
  for (const { id, index, hash, said } of candidates) {
    if (session.units.has(id)) continue;
    const row = known.get(id);
    session.counts.units++;
    session.units.set(id, row?.key ?? 0);
    if (said === undefined || (row !== undefined && isSame(row.hash, hash))) continue;
    const { words: unit, doc } = said;
    if (!isHome(session, index, unit)) continue;
    if (row !== undefined && (row.name !== unit.name || row.path !== unit.path) && row.product !== null)
      session.texts.add(row.product);
    changed.push({ unit, fresh: row === undefined, moved: row === undefined, hash, doc });
  }
  session.refusals.throwIfAny();
  const fresh = changed.filter(({ fresh }) => fresh);
  const keys = await session.keys.take("unit", fresh.length);
  for (const [place, { unit }] of fresh.entries()) session.units.set(unit.id, keys[place] ?? 0);
  return changed.map((change) => {
    const facts = factsNow(session, change.unit);
    const before = known.get(change.unit.id);
    return { ...change, facts, moved: before === undefined || !sameFacts(factsOf(before), facts) };
  });
}

async function knownUnits(db: Session["revision"]["db"], ids: readonly string[]) {
  return await db
    .selectFrom("unit")
    .select(["key", "id", "hash", "repository", "role", "path", "published", "around", "name", "product"])
    .where("id", "in", ids)
    .execute();
}

/** Whether its repository is there; else that is noted as a fault. */
function isHome({ refusals, repositories }: Session, index: number, { repository }: UnitWords): boolean {
  if (repositories.has(repository)) return true;
  refusals.add({
    code: "snapshot/unknown-repository",
    pointer: `/units/${index}/repository`,
    message: `the repository "${repository}" is not among the repositories before it`,
  });
  return false;
}

function factsNow(session: Session, unit: UnitWords): UnitFacts {
  const repository = session.repositories.get(unit.repository) ?? 0;
  return factsOf({ ...unit, key: session.units.get(unit.id) ?? 0, repository });
}

function rowOf({ revision }: Session, { unit, facts, hash, doc }: ChangedUnit, stored: StoredDocument) {
  return {
    key: facts.key,
    id: unit.id,
    repository: Number(facts.repository),
    observed: null,
    product: null,
    ecosystem: unit.ecosystem,
    kind: unit.kind,
    role: unit.role,
    name: unit.name,
    path: unit.path,
    version: unit.version,
    published: unit.published,
    around: unit.around,
    provides: unit.provides.length,
    consumes: unit.consumes.length,
    hash: hashBytes(hash),
    since: revision.number,
    doc: stored(doc),
  };
}
