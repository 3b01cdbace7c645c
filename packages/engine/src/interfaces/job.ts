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
import {
  elementsOf,
  isPromise,
  kindFailed,
  type KindReading,
  type KindSource,
  type KnownElement,
  readKind,
} from "./read-kind.ts";
import { type Desk, forgetAnswers, isWanting, NOTHING_WANTED, type UnitSide, type Wanted } from "./desk.ts";

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
  readonly before: readonly KnownElement[];
  readonly after: readonly KnownElement[];
}

export interface CompareAnswer {
  readonly kinds: readonly KindChanges[];
  readonly problems: readonly Problem[];
  readonly wanted: { readonly before: Wanted; readonly after: Wanted };
}

const SIGNATURE = 400;

/** With the elements of those kinds that are wanted; what others say is kept all the same. */
export async function extractUnit(
  side: UnitSide,
  desk: Desk,
  isWanted: (kind: AboutKind) => boolean,
): Promise<ExtractAnswer> {
  const { readings, wanted } = await readUnit(side, desk);
  const chosen = new Map([...readings].filter(([kind]) => isWanted(kind)));
  const lists = isWanting(wanted) ? { interfaces: [], wanted } : await publishedOf(chosen, desk);
  const all = [...readings.values()].map(({ reading }) => reading);
  return {
    ...lists,
    problems: all.flatMap(({ problems }) => problems),
    outside: [...new Map(all.flatMap(({ outside }) => outside))],
  };
}

/** Elements as snapshots carry them. */
async function publishedOf(readings: UnitReading["readings"], desk: Desk) {
  const interfaces: KindElements[] = [];
  const wanted: Wanted[] = [];
  for (const [{ id }, { source, reading }] of readings) {
    const elements = await elementsOf(source, reading, desk);
    if (isWantingSome(elements)) wanted.push(elements);
    else if (elements.length > 0) interfaces.push({ kind: id, elements: elements.filter(isPromise).map(light) });
  }
  return { interfaces, wanted: together(wanted) };
}

/** Either side may be missing: then everything of the other was added or removed. */
export async function compareUnits(
  before: UnitSide | undefined,
  after: UnitSide | undefined,
  desk: Desk,
): Promise<CompareAnswer> {
  const old = before === undefined ? NOTHING : await readUnit(before, desk);
  const young = after === undefined ? NOTHING : await readUnit(after, desk);
  const wanted = { before: [old.wanted], after: [young.wanted] };
  const problems = [...young.readings.values()].flatMap(({ reading }) => reading.problems);
  const kinds: KindChanges[] = [];
  const isRead = ![old, young].some((side) => isWanting(side.wanted));
  if (isRead) forgetAnswers(desk);
  for (const kind of isRead ? knownKinds : []) {
    const [was, is] = [old.readings.get(kind), young.readings.get(kind)];
    if (isEmpty(was) && isEmpty(is)) continue;
    const compared = await changesOf(kind, was, is, desk);
    if ("before" in compared) {
      wanted.before.push(compared.before);
      wanted.after.push(compared.after);
    } else {
      const [known, knows] = [was?.reading.known ?? [], is?.reading.known ?? []];
      problems.push(...compared.problems);
      kinds.push({ kind: kind.id, changes: compared.changes, before: known, after: knows });
    }
  }
  return { kinds, problems, wanted: { before: together(wanted.before), after: together(wanted.after) } };
}

interface UnitReading {
  readonly readings: ReadonlyMap<AboutKind, SourcedReading>;
  readonly wanted: Wanted;
}

interface SourcedReading {
  readonly source: KindSource;
  readonly reading: KindReading;
}

const NOTHING: UnitReading = { readings: new Map(), wanted: NOTHING_WANTED };

/** Every kind that looks at a file of the unit. */
async function readUnit(side: UnitSide, desk: Desk): Promise<UnitReading> {
  const readings = new Map<AboutKind, SourcedReading>();
  const wanted: Wanted[] = [];
  for (const about of knownKinds) {
    const files = side.files.filter(([path]) => about.looksAt(path));
    if (files.length === 0) continue;
    const source: KindSource = { about, files, side };
    const read = await readKind(source, desk);
    if ("identity" in read) readings.set(about, { source, reading: read });
    else wanted.push(read);
  }
  return { readings, wanted: together(wanted) };
}

function together(all: readonly Wanted[]): Wanted {
  const paths = (of: keyof Wanted) => [...new Set(all.flatMap((one) => one[of]))];
  return { texts: paths("texts"), asked: paths("asked"), outside: paths("outside") };
}

interface Compared {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

const SAME: Compared = { changes: [], problems: [] };

/** What two readings differ in depends on these alone, so it is kept by what identifies them. */
async function changesOf(
  about: AboutKind,
  was: SourcedReading | undefined,
  is: SourcedReading | undefined,
  desk: Desk,
): Promise<Compared | { readonly before: Wanted; readonly after: Wanted }> {
  const [old, young] = [was?.reading.identity ?? "", is?.reading.identity ?? ""];
  if (old === young) return SAME;
  const [shelf, key] = [`changes.1.${about.id}@${about.version}`, `${old} ${young}`];
  const kept = (await desk.cache.getMany(shelf, [key])).get(key);
  if (kept !== undefined) return { changes: kept as readonly Change[], problems: [] };
  const kind = await loadKind(about.id);
  const before = was === undefined ? [] : await elementsOf(was.source, was.reading, desk);
  const after = is === undefined ? [] : await elementsOf(is.source, is.reading, desk);
  if (isWantingSome(before) || isWantingSome(after))
    return {
      before: isWantingSome(before) ? before : NOTHING_WANTED,
      after: isWantingSome(after) ? after : NOTHING_WANTED,
    };
  const compared = compareSafely(kind, before, after);
  if (compared.problems.length === 0) await desk.cache.putMany(shelf, new Map([[key, compared.changes]]));
  for (const identity of [old, young]) desk.elements.delete(identity);
  return compared;
}

function isEmpty(one: SourcedReading | undefined): boolean {
  return one === undefined || one.reading.count === 0;
}

function isWantingSome(read: readonly ShapedElement[] | Wanted): read is Wanted {
  return "texts" in read;
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
