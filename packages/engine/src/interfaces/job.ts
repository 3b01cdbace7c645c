/**
 * The work of the extraction thread: every kind of interface of one unit, or of two versions of it.
 *
 * Kinds are synchronous and read files by asking; a text that is not at hand is noted as wanted, and the
 * caller comes again with more texts. So only what some kind really looks at is ever read from git.
 */
import type { Change, InterfaceKind, Place, ShapedElement } from "@freehold/interfaces";
import { interfaceKinds } from "@freehold/interfaces/kinds";
import type { Element, Problem } from "@freehold/model";

/** The files of a unit as far as they were read; a text of null is a file that can't be read. */
export interface UnitTexts {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string | null>;
}

export interface KindElements {
  readonly kind: string;
  readonly elements: readonly Element[];
}

export interface ExtractAnswer {
  readonly interfaces: readonly KindElements[];
  readonly problems: readonly Problem[];
  /** Paths that were asked for and not at hand: with any, the rest of the answer is not final. */
  readonly wanted: readonly string[];
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
  readonly wanted: { readonly before: readonly string[]; readonly after: readonly string[] };
}

const SIGNATURE = 400;

export function extractUnit(unit: UnitTexts): ExtractAnswer {
  const read = readUnit(unit);
  return {
    interfaces: [...read.elements].map(([kind, elements]) => ({ kind, elements: published(elements) })),
    problems: read.problems,
    wanted: read.wanted,
  };
}

/** Either side may be missing: then everything of the other was added or removed. */
export function compareUnits(before: UnitTexts | undefined, after: UnitTexts | undefined): CompareAnswer {
  const old = before === undefined ? NOTHING : readUnit(before);
  const young = after === undefined ? NOTHING : readUnit(after);
  const wanted = { before: old.wanted, after: young.wanted };
  const problems = [...young.problems];
  if (old.wanted.length > 0 || young.wanted.length > 0) return { kinds: [], problems: [], wanted };
  const kinds = interfaceKinds.flatMap((kind): KindChanges[] => {
    const [was, is] = [old.elements.get(kind.id) ?? [], young.elements.get(kind.id) ?? []];
    if (was.length === 0 && is.length === 0) return [];
    const changes = compareSafely(kind, was, is, problems);
    return [{ kind: kind.id, changes: changes.map(lightChange), before: published(was), after: published(is) }];
  });
  return { kinds, problems, wanted };
}

interface UnitReading {
  readonly elements: ReadonlyMap<string, readonly ShapedElement[]>;
  readonly problems: readonly Problem[];
  readonly wanted: readonly string[];
}

const NOTHING: UnitReading = { elements: new Map(), problems: [], wanted: [] };

function readUnit({ folder, paths, texts }: UnitTexts): UnitReading {
  const wanted = new Set<string>();
  const place: Place = {
    folder,
    paths,
    read: (path) => {
      const text = texts.get(path);
      if (text === undefined) wanted.add(path);
      return text ?? undefined;
    },
  };
  const found = interfaceKinds.map((kind) => ({ kind, paths: attempt(kind, () => kind.find(place), []) }));
  for (const { paths: sources } of found) for (const path of sources.value) place.read(path);
  if (wanted.size > 0) return { ...NOTHING, wanted: [...wanted] };
  const problems: Problem[] = [];
  const elements = new Map<string, readonly ShapedElement[]>();
  for (const { kind, paths: sources } of found) {
    problems.push(...sources.problems);
    if (sources.value.length === 0) continue;
    const texted = sources.value.flatMap((path) => {
      const text = texts.get(path);
      return text === undefined || text === null ? [] : [{ path, text }];
    });
    const extraction = attempt(kind, () => kind.extract(texted, place), { elements: [], problems: [] });
    problems.push(...extraction.problems, ...extraction.value.problems);
    if (extraction.value.elements.length > 0) elements.set(kind.id, extraction.value.elements);
  }
  return { elements, problems, wanted: [...wanted] };
}

/** One kind that fails on one unit's text is a finding; the other kinds and units go on. */
function attempt<T>(kind: InterfaceKind, work: () => T, otherwise: T): { value: T; problems: readonly Problem[] } {
  try {
    return { value: work(), problems: [] };
  } catch (error) {
    return { value: otherwise, problems: [failed(kind, error)] };
  }
}

function failed(kind: InterfaceKind, error: unknown): Problem {
  return {
    code: `${kind.id}/failed`,
    severity: "warning",
    message: `the interface (${kind.title}) could not be read: ${error instanceof Error ? error.message : String(error)}`,
    hint: "What it promises is unknown; please report this with the file.",
  };
}

/** What can't be compared is a change of unknown class, never no change. */
function compareSafely(
  kind: InterfaceKind,
  before: readonly ShapedElement[],
  after: readonly ShapedElement[],
  problems: Problem[],
): readonly Change[] {
  try {
    return kind.compare(before, after);
  } catch (error) {
    problems.push(failed(kind, error));
    const message = "the two versions could not be compared";
    return [{ rule: `${kind.id}/not-compared`, class: "unknown", effect: "changed", element: kind.id, message }];
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
