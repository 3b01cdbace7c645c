/**
 * The work of the extraction thread: every kind of interface of one unit, or of two versions of it.
 *
 * Kinds are synchronous and read files by asking; a text that is not at hand is noted as wanted, and the
 * caller comes again with more texts. So only what some kind really looks at is ever read from git, and of
 * that only what no run has read before (`read-kind.ts`).
 */
import type { Change, InterfaceKind, ShapedElement } from "@freehold/interfaces";
import { type AboutKind, knownKinds, loadKind } from "@freehold/interfaces";
import type { Element, Problem } from "@freehold/model";
import { type KindReading, kindFailed, readKind } from "./read-kind.ts";
import type { Desk, UnitSide, Wanted } from "./desk.ts";

export interface KindElements {
  readonly kind: string;
  readonly elements: readonly Element[];
}

export interface ExtractAnswer {
  readonly interfaces: readonly KindElements[];
  readonly problems: readonly Problem[];
  /** Files outside of the unit that it depends on, with the ids of their contents, or null where there is none. */
  readonly outside: readonly (readonly [path: string, blob: string | null])[];
  /** With anything wanted, the rest of the answer is not final. */
  readonly wanted: Wanted;
}

export interface KindChanges {
  readonly kind: string;
  readonly changes: readonly Change[];
  readonly before: readonly Element[];
  readonly after: readonly Element[];
}

export interface CompareAnswer {
  readonly kinds: readonly KindChanges[];
  readonly problems: readonly Problem[];
  readonly wanted: { readonly before: Wanted; readonly after: Wanted };
}

const SIGNATURE = 400;

export async function extractUnit(side: UnitSide, desk: Desk): Promise<ExtractAnswer> {
  const { readings, wanted } = await readUnit(side, desk);
  const found = [...readings].filter(([, { elements }]) => elements.length > 0);
  return {
    interfaces: found.map(([kind, { elements }]) => ({ kind: kind.id, elements: published(elements) })),
    problems: [...readings.values()].flatMap(({ problems }) => problems),
    outside: [...new Map([...readings.values()].flatMap(({ outside }) => outside))],
    wanted,
  };
}

/** Either side may be missing: then everything of the other was added or removed. */
export async function compareUnits(
  before: UnitSide | undefined,
  after: UnitSide | undefined,
  desk: Desk,
): Promise<CompareAnswer> {
  const old = before === undefined ? NOTHING : await readUnit(before, desk);
  const young = after === undefined ? NOTHING : await readUnit(after, desk);
  const wanted = { before: old.wanted, after: young.wanted };
  if ([old, young].some((side) => isWanting(side.wanted))) return { kinds: [], problems: [], wanted };
  const problems = [...young.readings.values()].flatMap((reading) => reading.problems);
  const kinds: KindChanges[] = [];
  for (const kind of knownKinds) {
    const [was, is] = [old.readings.get(kind) ?? EMPTY, young.readings.get(kind) ?? EMPTY];
    if (was.elements.length === 0 && is.elements.length === 0) continue;
    const compared = await changesOf(kind, was, is, desk);
    problems.push(...compared.problems);
    const [shown, shows] = [published(was.elements), published(is.elements)];
    kinds.push({ kind: kind.id, changes: compared.changes, before: shown, after: shows });
  }
  return { kinds, problems, wanted };
}

export function isWanting({ texts, outside }: Wanted): boolean {
  return texts.length > 0 || outside.length > 0;
}

interface UnitReading {
  readonly readings: ReadonlyMap<AboutKind, KindReading>;
  readonly wanted: Wanted;
}

const NOTHING: UnitReading = { readings: new Map(), wanted: { texts: [], outside: [] } };
const EMPTY: KindReading = { identity: "", elements: [], problems: [], outside: [] };

/** Every kind that looks at a file of the unit. */
async function readUnit(side: UnitSide, desk: Desk): Promise<UnitReading> {
  const readings = new Map<AboutKind, KindReading>();
  const texts = new Set<string>();
  const outside = new Set<string>();
  for (const kind of knownKinds) {
    const files = side.files.filter(([path]) => kind.looksAt(path));
    if (files.length === 0) continue;
    const read = await readKind(kind, files, side, desk);
    if ("identity" in read) readings.set(kind, read);
    else {
      for (const path of read.texts) texts.add(path);
      for (const path of read.outside) outside.add(path);
    }
  }
  return { readings, wanted: { texts: [...texts], outside: [...outside] } };
}

interface Compared {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** What two readings differ in depends on these alone, so it is kept by what identifies them. */
async function changesOf(about: AboutKind, was: KindReading, is: KindReading, { cache }: Desk): Promise<Compared> {
  if (was.identity === is.identity) return { changes: [], problems: [] };
  const [shelf, key] = [`changes.1.${about.id}@${about.version}`, `${was.identity} ${is.identity}`];
  const kept = (await cache.getMany(shelf, [key])).get(key);
  if (kept !== undefined) return { changes: kept as readonly Change[], problems: [] };
  const kind = await loadKind(about.id);
  const compared = compareSafely(kind, was.elements, is.elements);
  if (compared.problems.length === 0) await cache.putMany(shelf, new Map([[key, compared.changes]]));
  return compared;
}

/** What can't be compared is a change of unknown class, never no change. */
function compareSafely(kind: InterfaceKind, was: readonly ShapedElement[], is: readonly ShapedElement[]): Compared {
  try {
    return { changes: kind.compare(was, is).map(lightChange), problems: [] };
  } catch (error) {
    const message = "the two versions could not be compared";
    const change = { rule: `${kind.id}/not-compared`, class: "unknown", effect: "changed", element: kind.id } as const;
    return { changes: [{ ...change, message }], problems: [kindFailed(kind, error)] };
  }
}

/** Elements as snapshots carry them: without what only comparison needs. */
function published(elements: readonly ShapedElement[]): Element[] {
  return elements.filter(({ kind }) => kind !== "declarations").map(light);
}

function light(shaped: ShapedElement): Element {
  const element: Element & Pick<ShapedElement, "structure"> = { ...shaped };
  delete (element as { structure?: unknown }).structure;
  const { signature } = element;
  if (signature === undefined || signature.length <= SIGNATURE) return element;
  return { ...element, signature: `${signature.slice(0, SIGNATURE - 1)}…` };
}

function lightChange(change: Change): Change {
  return {
    ...change,
    ...(change.old !== undefined && { old: light(change.old) }),
    ...(change.new !== undefined && { new: light(change.new) }),
  };
}
