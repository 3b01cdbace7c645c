/**
 * Compares two versions of a library.
 *
 * Names are matched by id, declarations walked side by side by structural rules; only types whose text
 * differs go to the compiler, all in one program. What neither can decide is of class unknown.
 */
import type { Change, ChangeClass, ShapedElement } from "../../../kind.ts";
import { CARRIER, libraryOf } from "../elements.ts";
import { exportedNames } from "../exported.ts";
import type { Exported } from "../exported.ts";
import { linker } from "../link.ts";
import type { Target } from "../link.ts";
import type { Library } from "../library.ts";
import type { Declaration } from "../structure.ts";
import { withoutMeta } from "../structure.ts";
import { compareDeclarations, isValue } from "./declarations.ts";
import { inferLibraries } from "./infer.ts";
import { compareManifests } from "./manifest.ts";
import { answerQuestions } from "./oracle.ts";
import { questionsOf, settle } from "./outcome.ts";
import type { Finding, Outcome } from "./outcome.ts";
import { positions } from "./positions.ts";
import { finding } from "./side.ts";
import type { Pair, Version } from "./side.ts";

/** Every change between two element sets. */
export function compareElements(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const [old, next] = [libraryOf(before), libraryOf(after)];
  const changes = membership(before, after);
  if (old === undefined || next === undefined) return withoutLibrary(before, after, changes);
  const findings = compareManifests(old, next);
  if (old.hash !== next.hash) findings.push(...compareLibraries(old, next));
  return present(findings, changes, before, after);
}

function membership(before: readonly ShapedElement[], after: readonly ShapedElement[]): Map<string, Change> {
  const changes = new Map<string, Change>();
  const [olds, news] = [index(before), index(after)];
  for (const [id, element] of olds) {
    if (id === CARRIER || news.has(id)) continue;
    // A member without signature of its own, an optional promise or an engine: their rules speak for them.
    changes.set(id, {
      rule: `typescript/${element.kind}-removed`,
      class: "breaking",
      effect: "removed",
      element: id,
      message: `${element.name} is gone`,
      old: element,
    });
  }
  for (const [id, element] of news) {
    if (id === CARRIER || olds.has(id)) continue;
    changes.set(id, {
      rule: `typescript/${element.kind}-added`,
      class: "compatible",
      effect: "added",
      element: id,
      message: `new: ${element.signature ?? element.name}`,
      new: element,
    });
  }
  return changes;
}

function index(elements: readonly ShapedElement[]): ReadonlyMap<string, ShapedElement> {
  return new Map(elements.map((element) => [element.id, element]));
}

/** Without declarations to compare, only the shapes say whether something changed. */
function withoutLibrary(
  before: readonly ShapedElement[],
  after: readonly ShapedElement[],
  changes: Map<string, Change>,
): readonly Change[] {
  const news = index(after);
  for (const old of before) {
    const next = news.get(old.id);
    if (next === undefined || old.id === CARRIER || (old.shape !== undefined && old.shape === next.shape)) continue;
    changes.set(old.id, {
      rule: "typescript/shape-changed",
      class: "unknown",
      effect: "changed",
      element: old.id,
      message: `${old.name} changed`,
      old,
      new: next,
    });
  }
  return [...changes.values()];
}

const WEIGHT: Readonly<Record<ChangeClass, number>> = { breaking: 2, unknown: 1, compatible: 0 };

/** Findings as changes: the class of an added or removed element is what the rules say, its presence decides the effect. */
function present(
  findings: readonly Finding[],
  membershipChanges: Map<string, Change>,
  before: readonly ShapedElement[],
  after: readonly ShapedElement[],
): Change[] {
  const [olds, news] = [index(before), index(after)];
  const changes: Change[] = [];
  const seen = new Set<string>();
  const told = new Map<string, Finding>();
  for (const item of findings) {
    const key = `${item.element} ${item.rule} ${item.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (membershipChanges.has(item.element)) {
      const known = told.get(item.element);
      if (known === undefined || WEIGHT[item.class] > WEIGHT[known.class]) told.set(item.element, item);
      continue;
    }
    const [old, next] = [olds.get(item.element), news.get(item.element)];
    changes.push({
      rule: item.rule,
      class: item.class,
      effect: "changed",
      element: item.element,
      message: item.message,
      ...(old !== undefined && { old }),
      ...(next !== undefined && { new: next }),
    });
  }
  const expected = softRemovals(membershipChanges, news, olds, told);
  for (const [id, change] of membershipChanges) {
    const spoken = told.get(id);
    if (spoken !== undefined)
      changes.push({ ...change, rule: spoken.rule, class: spoken.class, message: spoken.message });
    else changes.push(expected.has(id) ? { ...change, class: "compatible" } : change);
  }
  return changes.sort((a, b) => (a.element < b.element ? -1 : a.element > b.element ? 1 : a.rule < b.rule ? -1 : 1));
}

/**
 * Members come and go with their owner or move to a parent, and engines and peers are limits, not promises:
 * without a finding of its own such a removal breaks nothing by itself.
 */
function softRemovals(
  changes: ReadonlyMap<string, Change>,
  news: ReadonlyMap<string, ShapedElement>,
  olds: ReadonlyMap<string, ShapedElement>,
  told: ReadonlyMap<string, Finding>,
): ReadonlySet<string> {
  const soft = new Set<string>();
  const MEMBERS = new Set(["property", "method", "constructor", "enum-member"]);
  for (const [id, change] of changes) {
    if (change.effect !== "removed" || told.has(id)) continue;
    const element = olds.get(id);
    if (element === undefined) continue;
    const owner = id.replace(/(?:\.prototype)?\.[^.]*$/, "");
    if (element.kind === "engine" || element.kind === "peer") soft.add(id);
    else if (MEMBERS.has(element.kind) && news.has(owner)) soft.add(id);
  }
  return soft;
}

function compareLibraries(before: Library, after: Library): Finding[] {
  const inferred = inferLibraries(before, after);
  const versions: [Version, Version] = [versionOf(inferred.before), versionOf(inferred.after)];
  const comparison = new Comparison(versions[0], versions[1], inferred.settled);
  const outcomes = comparison.run();
  const answers = answerQuestions(questionsOf(outcomes), versions[0].links, versions[1].links);
  return settle(outcomes, answers);
}

function versionOf(library: Library): Version {
  const links = linker(library);
  return { links, exported: new Map(exportedNames(links).map((item) => [item.id, item])) };
}

class Comparison {
  private readonly before: Version;
  private readonly after: Version;
  private readonly known = new Set<string>();
  private readonly pending: (() => Outcome[])[] = [];

  private readonly settled: ReadonlySet<string>;

  constructor(before: Version, after: Version, settled: ReadonlySet<string>) {
    this.settled = settled;
    this.before = before;
    this.after = after;
  }

  run(): Outcome[] {
    const where = positions(this.before.links, [...this.before.exported.values()]);
    const outcomes: Outcome[] = [];
    const matched: { readonly old: Exported; readonly next: Exported }[] = [];
    for (const [id, old] of this.before.exported) {
      const next = this.after.exported.get(id);
      if (next === undefined) continue;
      matched.push({ old, next });
      if (old.target.kind === "local" && next.target.kind === "local") this.known.add(pairKey(old.target, next.target));
    }
    for (const { old, next } of matched) outcomes.push(...this.exports(old, next, where));
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) outcomes.push(...next());
    return outcomes;
  }

  private exports(old: Exported, next: Exported, where: ReturnType<typeof positions>): Outcome[] {
    const { id } = old;
    const outcomes: Outcome[] = [];
    if (old.target.kind !== next.target.kind)
      return [finding("export-changed", "unknown", id, `${old.name} is exported from elsewhere`)];
    if (old.target.kind === "external" && next.target.kind === "external") {
      const same = old.target.from === next.target.from && old.target.name === next.target.name;
      return same
        ? []
        : [
            finding(
              "export-changed",
              "unknown",
              id,
              `${old.name} is exported from ${next.target.from} in place of ${old.target.from}`,
            ),
          ];
    }
    if (old.target.kind !== "local" || next.target.kind !== "local") return [];
    const value = old.declarations.some(isValue);
    if (!old.typeOnly && next.typeOnly && value)
      outcomes.push(finding("value-removed", "breaking", id, `${old.name} is exported as a type alone now`));
    if (old.typeOnly && !next.typeOnly && value)
      outcomes.push(finding("meaning-added", "unknown", id, `${old.name} is exported as a value too now`));
    return [
      ...outcomes,
      ...this.declarations(old.target, next.target, where.of(old.target), id, false, old.name, where),
    ];
  }

  private declarations(
    old: LocalTarget,
    next: LocalTarget,
    sign: Pair["sign"],
    element: string,
    hidden: boolean,
    name: string,
    where: ReturnType<typeof positions>,
  ): Outcome[] {
    if (old.file === next.file && old.path === next.path && this.settled.has(old.file)) return [];
    const pair: Pair = {
      before: this.before,
      after: this.after,
      old: { file: old.file, path: old.path },
      new: { file: next.file, path: next.path },
      sign,
      element,
      hidden,
      refer: (oldTarget, newTarget, reference, at) => this.refer(oldTarget, newTarget, reference, at, where),
    };
    const [olds, news] = [
      this.before.links.declarations(old.file, old.path),
      this.after.links.declarations(next.file, next.path),
    ];
    const unknown = unknownShape(olds, news, element, name);
    return unknown ?? compareDeclarations(pair, olds, news, name);
  }

  /** A name that both versions of a type refer to: the same thing, or things to compare, or none can say. */
  private refer(
    old: Target,
    next: Target,
    name: string,
    element: string,
    where: ReturnType<typeof positions>,
  ): Outcome[] {
    if (old.kind === "local" && next.kind === "local") {
      const key = pairKey(old, next);
      if (this.known.has(key)) return [];
      this.known.add(key);
      this.pending.push(() => this.declarations(old, next, where.of(old), element, true, name, where));
      return [];
    }
    if (JSON.stringify({ ...old, typeOnly: false }) === JSON.stringify({ ...next, typeOnly: false })) return [];
    if (old.kind === "module" && next.kind === "module") return [];
    if (old.kind === "global" && next.kind === "global") return [];
    return [finding("reference-changed", "unknown", element, `${name} comes from elsewhere now`)];
  }
}

type LocalTarget = Extract<Target, { kind: "local" }>;

function pairKey(old: LocalTarget, next: LocalTarget): string {
  return `${old.file}#${old.path} ${next.file}#${next.path}`;
}

/** Where inference failed, equal texts prove nothing; the finding says so once. */
function unknownShape(
  old: readonly Declaration[],
  next: readonly Declaration[],
  element: string,
  name: string,
): Outcome[] | undefined {
  if (![...old, ...next].some((declaration) => declaration.inferred === true)) return undefined;
  const what = JSON.stringify(withoutMeta(old)) === JSON.stringify(withoutMeta(next)) ? "may have changed" : "changed";
  return [
    finding("shape-unknown", "unknown", element, `${name} ${what}: its type can't be inferred from the sources alone`),
  ];
}
