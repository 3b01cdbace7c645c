/**
 * Units of a snapshot, a batch at a time. A unit whose content is as before costs one look; a changed one
 * is written with what it provides and consumes, and noted for the join.
 */
import { type Unit, unitSchema } from "@freehold/model";
import { surroundings } from "@freehold/portfolio";
import { insertRows } from "../engines/insert-rows.ts";
import { contentHash, pack, sameBytes } from "../packed.ts";
import { takeConsumes } from "./consumes.ts";
import { takeInterfaces } from "./interfaces.ts";
import { factsOf, sameFacts, type UnitFacts } from "./providers.ts";
import { takeProvides } from "./provides.ts";
import type { Item } from "./read-snapshot.ts";
import type { Session } from "./session.ts";
import { keepUnitHistory } from "./unit-history.ts";

/** A unit that is not as it was. */
export interface ChangedUnit {
  readonly unit: Unit;
  readonly facts: UnitFacts;
  readonly fresh: boolean;
  /** It may now get others, or be got by others, than before. */
  readonly moved: boolean;
  readonly hash: Uint8Array;
}

export async function takeUnits(session: Session, items: readonly Item[]): Promise<void> {
  const changed = await changedUnits(session, items);
  if (changed.length === 0) return;
  const { revision } = session;
  const existing = changed.filter(({ fresh }) => !fresh).map(({ facts }) => facts.key);
  await keepUnitHistory(revision, existing);
  await insertRows(
    revision,
    "unit",
    changed.map((unit) => rowOf(session, unit)),
    {
      conflict: { key: ["key"], update: UPDATED },
    },
  );
  await takeProvides(session, changed);
  await takeConsumes(session, changed);
  await takeInterfaces(session, changed);
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

async function changedUnits(session: Session, items: readonly Item[]): Promise<ChangedUnit[]> {
  const { revision } = session;
  const candidates = items
    .map((item) => ({ ...item, id: idOf(item.value) }))
    .filter(({ id }) => !session.units.has(id));
  const rows = await revision.db
    .selectFrom("unit")
    .select(["key", "id", "hash", "repository", "role", "path", "published", "around", "name", "product"])
    .where(
      "id",
      "in",
      candidates.map(({ id }) => id),
    )
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const changed: Omit<ChangedUnit, "facts">[] = [];
  for (const { id, index, value, text } of candidates) {
    if (session.units.has(id)) continue;
    const row = known.get(id);
    const hash = contentHash(text);
    session.counts.units++;
    session.units.set(id, row?.key ?? 0);
    if (row !== undefined && sameBytes(row.hash, hash)) continue;
    const unit = validUnit(session, index, value);
    const renamed = unit !== undefined && row !== undefined && (row.name !== unit.name || row.path !== unit.path);
    if (renamed && row.product !== null) session.texts.add(row.product);
    if (unit !== undefined) changed.push({ unit, fresh: row === undefined, moved: row === undefined, hash });
  }
  session.refusals.throwIfAny();
  const fresh = changed.filter(({ fresh }) => fresh);
  const keys = await revision.engine.allocate(revision.db, "unit", fresh.length);
  for (const [place, { unit }] of fresh.entries()) session.units.set(unit.id, keys[place] ?? 0);
  return changed.map((change) => {
    const facts = factsNow(session, change.unit);
    const before = known.get(change.unit.id);
    return { ...change, facts, moved: before === undefined || !sameFacts(factsOf(before), facts) };
  });
}

function validUnit(session: Session, index: number, value: unknown): Unit | undefined {
  const checked = unitSchema.safeParse(value);
  if (!checked.success) {
    session.refusals.addIssues(`/units/${index}`, checked.error.issues);
    return undefined;
  }
  // The original and not the parsed value: fields that this version does not know are kept.
  const unit = value as Unit;
  if (session.repositories.has(unit.repository)) return unit;
  session.refusals.add({
    code: "snapshot/unknown-repository",
    pointer: `/units/${index}/repository`,
    message: `the repository "${unit.repository}" is not among the repositories before it`,
  });
  return undefined;
}

function factsNow(session: Session, unit: Unit): UnitFacts {
  const repository = session.repositories.get(unit.repository) ?? 0;
  const published = unit.published === undefined ? null : Number(unit.published);
  return factsOf({ ...unit, key: session.units.get(unit.id) ?? 0, repository, published, around: aroundOf(unit) });
}

function rowOf({ revision }: Session, { unit, facts, hash }: ChangedUnit) {
  const { interfaces: _, ...rest } = unit;
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
    version: unit.version ?? null,
    published: unit.published === undefined ? null : unit.published ? (1 as const) : (0 as const),
    around: aroundOf(unit),
    provides: unit.provides.length,
    consumes: unit.consumes.length,
    hash,
    since: revision.number,
    doc: pack(rest),
  };
}

/** Only of vendored units is it asked for whom they are there. */
function aroundOf(unit: Unit): string | null {
  return unit.role === "vendored" ? surroundings(unit) : null;
}

function idOf(value: unknown): string {
  const id = (value as { readonly id?: unknown } | null)?.id;
  return typeof id === "string" ? id : "";
}
