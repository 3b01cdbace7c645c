/**
 * One kind of interface of one unit. What it says depends on the files it looks at, and on few elsewhere that
 * they refer to, so it is kept by their contents: only a kind whose files changed is loaded and read again, and
 * what single texts answer is kept for the files that did not. Its elements are kept apart from what tells whether
 * they changed: they are many times as large, and most comparisons need none.
 */
import { createHash } from "node:crypto";
import {
  type AboutKind,
  type InterfaceKind,
  type Json,
  loadKind,
  type Place,
  type ShapedElement,
  type TextQuestion,
} from "@freehold/interfaces";
import type { Element, Problem } from "@freehold/model";
import { type Desk, isWanting, NOTHING_WANTED, type UnitSide, type Wanted } from "./desk.ts";
import { getList, putList } from "./kept-list.ts";

export interface KindReading {
  /** Equal for two readings that say the same. */
  readonly identity: string;
  /** Those that are promised. */
  readonly known: readonly KnownElement[];
  /** How many there are, with those that only carry along what comparing needs. */
  readonly count: number;
  readonly problems: readonly Problem[];
  /** Files outside that it depends on, with the ids of their contents. */
  readonly outside: readonly (readonly [path: string, blob: string | null])[];
}

/** What there is to know of an element beside how it is written and what it is made of. */
export type KnownElement = Pick<Element, "id" | "kind" | "shape" | "of" | "shows">;

/** What a kind is read from: one unit at one revision, `files` being those that the kind looks at. */
export interface KindSource {
  readonly about: AboutKind;
  readonly files: UnitSide["files"];
  readonly side: UnitSide;
}

/** The reading, or what is wanted before there can be one. */
export async function readKind(source: KindSource, desk: Desk): Promise<KindReading | Wanted> {
  const { about, side } = source;
  const key = keyOf(source);
  const shelf = shelfOf("reading.2", about);
  const kept = desk.readings.get(key) ?? ((await desk.cache.getMany(shelf, [key])).get(key) as KindReading | undefined);
  if (kept !== undefined) {
    const ids = idsOf(side);
    const unknown = kept.outside.map(([path]) => path).filter((path) => ids(path) === undefined);
    if (unknown.length > 0) return { ...NOTHING_WANTED, outside: unknown };
    if (kept.outside.every(([path, blob]) => ids(path) === blob)) {
      desk.readings.set(key, kept);
      return kept;
    }
  }
  return await readNow(source, key, desk);
}

/** The elements of a reading, each with its structure; or what is wanted to read them again, should they be lost. */
export async function elementsOf(
  source: KindSource,
  { identity, count }: KindReading,
  desk: Desk,
): Promise<readonly ShapedElement[] | Wanted> {
  const shelf = shelfOf("elements.2", source.about);
  const kept = desk.elements.get(identity) ?? (await getList<ShapedElement>(desk.cache, shelf, identity, count));
  if (kept !== undefined) return kept;
  const read = await readNow(source, keyOf(source), desk);
  return "identity" in read ? (desk.elements.get(read.identity) ?? []) : read;
}

async function readNow(source: KindSource, key: string, desk: Desk): Promise<KindReading | Wanted> {
  const { about, files, side } = source;
  const kind = await loadKind(about.id);
  for (;;) {
    const pass = new Pass(kind, files, side, desk);
    const { reading, elements } = pass.run(key);
    await pass.keepAnswers();
    // Of what no text at hand answers, some run before may have kept the answer.
    if (await pass.findAnswers()) continue;
    const wanted = pass.wanted();
    if (isWanting(wanted)) return wanted;
    if (!reading.problems.some(({ code }) => code === failureOf(kind))) {
      await putList(desk.cache, shelfOf("elements.2", about), reading.identity, elements);
      await desk.cache.putMany(shelfOf("reading.2", about), new Map([[key, reading]]));
    }
    desk.readings.set(key, reading);
    desk.elements.set(reading.identity, elements);
    return reading;
  }
}

function shelfOf(name: string, { id, version }: AboutKind): string {
  return `${name}.${id}@${version}`;
}

/** Of a path anywhere: the id of its content, null where there is none, undefined where that is not known here. */
function idsOf({ files, outside }: UnitSide): (path: string) => string | null | undefined {
  const own = new Map(files);
  return (path) => own.get(path) ?? outside.get(path);
}

function keyOf({ about: { id, version }, files, side: { folder } }: KindSource): string {
  const hash = createHash("sha256").update(`${id}@${version}\0${folder}`);
  for (const [path, blob] of files) hash.update(`\0${path}\0${blob}`);
  return hash.digest("hex").slice(0, 40);
}

interface PassResult {
  readonly reading: KindReading;
  readonly elements: readonly ShapedElement[];
}

/** One attempt with the texts and answers that are at hand. */
class Pass {
  readonly #kind: InterfaceKind;
  readonly #files: ReadonlyMap<string, string>;
  readonly #folder: string;
  readonly #idOf: (path: string) => string | null | undefined;
  readonly #desk: Desk;
  readonly #texts = new Set<string>();
  readonly #outside = new Map<string, string | null>();
  readonly #open: { readonly question: TextQuestion; readonly path: string; readonly key: string }[] = [];
  readonly #fresh = new Map<string, Map<string, Json>>();

  constructor(kind: InterfaceKind, files: UnitSide["files"], side: UnitSide, desk: Desk) {
    this.#kind = kind;
    this.#files = new Map(files);
    this.#folder = side.folder;
    this.#idOf = idsOf(side);
    this.#desk = desk;
  }

  run(key: string): PassResult {
    const place: Place = {
      folder: this.#folder,
      paths: [...this.#files.keys()],
      read: (path) => this.#read(path) ?? undefined,
      ask: (question, paths) => this.#ask(question, paths),
    };
    const found = attempt(this.#kind, () => this.#kind.find(place), []);
    const sources = (this.#kind.asks === true ? [] : found.value).flatMap((path) => {
      const text = place.read(path);
      return text === undefined ? [] : [{ path, text }];
    });
    if (this.#texts.size > 0 || this.#open.length > 0 || found.value.length === 0)
      return this.#reading(key, [], found.problems);
    const nothing = { elements: [], problems: [] };
    const { value, problems } = attempt(this.#kind, () => this.#kind.extract(sources, place), nothing);
    return this.#reading(key, value.elements, [...found.problems, ...problems, ...value.problems]);
  }

  #reading(key: string, elements: readonly ShapedElement[], problems: readonly Problem[]): PassResult {
    const outside = [...this.#outside];
    const identity =
      outside.length === 0
        ? key
        : createHash("sha256")
            .update(key + JSON.stringify(outside))
            .digest("hex");
    const known = elements.filter(isPromise).map(knownOf);
    return { reading: { identity, known, count: elements.length, problems, outside }, elements };
  }

  /** Null: there is no such file, or it can't be read. Undefined: it is not at hand. */
  #read(path: string): string | null | undefined {
    const own = this.#files.get(path);
    const id = own ?? this.#idOf(path);
    if (own === undefined && id !== undefined) this.#outside.set(path, id);
    const text = id === undefined || id === null ? id : this.#desk.texts.get(id);
    if (typeof id === "string") this.#desk.whole.add(id);
    if (text === undefined) this.#texts.add(path);
    return text;
  }

  #ask(question: TextQuestion, paths: readonly string[]): (Json | undefined)[] {
    const { answers, texts } = this.#desk;
    const keys = paths.map((path) => `${this.#files.get(path) ?? ""} ${question.dialect(path)}`);
    const sources = new Map<string, { readonly path: string; readonly text: string }>();
    for (const [index, path] of paths.entries()) {
      const key = keys[index] ?? "";
      if (answers.has(nameOf(question, key))) continue;
      const text = texts.get(this.#files.get(path) ?? "");
      if (text === undefined) this.#open.push({ question, path, key });
      else if (text !== null) sources.set(key, { path, text });
    }
    const said = sources.size === 0 ? [] : question.answer([...sources.values()]);
    for (const [index, key] of [...sources.keys()].entries()) {
      const answer = said[index];
      if (answer === undefined) continue;
      answers.set(nameOf(question, key), answer);
      if (question.isSure?.(answer) !== false) this.#keep(question, key, answer);
    }
    if (question.whole === true && this.#open.length > 0) throw new Unanswered();
    return keys.map((key) => answers.get(nameOf(question, key)));
  }

  #keep({ id }: TextQuestion, key: string, answer: Json): void {
    const entries = this.#fresh.get(id) ?? new Map<string, Json>();
    this.#fresh.set(id, entries.set(key, answer));
  }

  async keepAnswers(): Promise<void> {
    for (const [question, entries] of this.#fresh) await this.#desk.cache.putMany(`answers.1.${question}`, entries);
  }

  /** Whether the cache had an answer that was not at hand. */
  async findAnswers(): Promise<boolean> {
    const { answers, asked, cache } = this.#desk;
    let found = false;
    for (const [id, open] of Map.groupBy(this.#open, ({ question }) => question.id)) {
      const keys = open.map(({ key }) => key).filter((key) => !asked.has(`${id} ${key}`));
      for (const key of keys) asked.add(`${id} ${key}`);
      for (const [key, answer] of await cache.getMany(`answers.1.${id}`, keys)) {
        answers.set(`${id} ${key}`, answer as Json);
        found = true;
      }
    }
    return found;
  }

  wanted(): Wanted {
    return { texts: [...this.#texts], asked: [...new Set(this.#open.map(({ path }) => path))], outside: [] };
  }
}

/** Not what only carries along what comparing needs. */
export function isPromise({ kind }: Element): boolean {
  return kind !== "declarations";
}

function knownOf({ id, kind, shape, of, shows }: Element): KnownElement {
  return {
    id,
    kind,
    ...(shape !== undefined && { shape }),
    ...(of !== undefined && { of }),
    ...(shows !== undefined && { shows }),
  };
}

/** Breaks off what can't be done before there are answers. */
class Unanswered extends Error {}

function nameOf({ id }: TextQuestion, key: string): string {
  return `${id} ${key}`;
}

/** One kind that fails on one unit's text is a finding; the other kinds and units go on. */
function attempt<T>(kind: InterfaceKind, work: () => T, otherwise: T): { value: T; problems: readonly Problem[] } {
  try {
    return { value: work(), problems: [] };
  } catch (error) {
    if (error instanceof Unanswered) return { value: otherwise, problems: [] };
    return { value: otherwise, problems: [kindFailed(kind, error)] };
  }
}

function failureOf({ id }: AboutKind): string {
  return `${id}/failed`;
}

export function kindFailed(kind: AboutKind, error: unknown): Problem {
  return {
    code: failureOf(kind),
    severity: "warning",
    message: `the interface (${kind.title}) could not be read: ${error instanceof Error ? error.message : String(error)}`,
    hint: "What it promises is unknown; please report this with the file.",
  };
}
