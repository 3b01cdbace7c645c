/**
 * The import graph of a repository, from source: which unit uses which identifier, by which names,
 * how often and where; and which file imports which.
 *
 * Extraction depends on the content alone and is cached by it. What a unit imports depends on the other units and
 * files too: it is kept whole, with what was asked about them (`imports/kept.ts`).
 */
import type { Consume, IgnoreComment, Problem, Unit } from "@freehold/model";
import type { Cache, FileTree, TreeFile } from "@freehold/repository";
import { chooseSources } from "./imports/choose.ts";
import type { Chosen, SourceGroup } from "./imports/choose.ts";
import { Collector } from "./imports/collect.ts";
import type { ImportObserver } from "./imports/collect.ts";
import { compareWithManifests } from "./imports/declarations.ts";
import { beginExtraction } from "./imports/extract-all.ts";
import type { Extraction } from "./imports/extract-all.ts";
import { type FileEdges, lazyEdges } from "./imports/file-edges.ts";
import { keep, loadKept, type Sources, unitKeys, worldOf } from "./imports/kept.ts";
import { pathsNow } from "./imports/looked-at.ts";
import { ownersFor, projectFor, readConfigurations } from "./imports/project.ts";
import type { KnownUnits } from "./imports/project.ts";
import { purposesIn } from "./imports/scope.ts";
import type { ImportCounts, UnitImports } from "./imports/unit-imports.ts";
import { folderOf } from "./languages/folders.ts";
import type { Language, ResolvableUnit } from "./languages/language.ts";
import { languages as registered } from "./languages/registry.ts";
import type { Entry } from "./ecosystems/ecosystem.ts";

export interface ImportOptions {
  /** At most so many parser processes; default: one for each processor, four at most. */
  readonly workers?: number;
  /** How long one file may take. */
  readonly timeoutMs?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly onImport?: ImportObserver;
  readonly languages?: readonly Language[];
}

/** What `discoverUnits` answers, as far as it matters here. */
export interface UnitsInfo {
  readonly units: readonly Unit[];
  readonly extras: ReadonlyMap<string, { readonly entries: readonly Entry[] }>;
  unitOf(path: string): string | undefined;
}

export interface ImportGraph {
  /** By id of the unit: what its source uses outside of it, sorted by identifier. */
  readonly consumes: ReadonlyMap<string, readonly Consume[]>;
  /** Edges between the files of the repository. */
  readonly files: FileEdges;
  /** `freehold-ignore` comments of source files, by path. */
  readonly ignores: ReadonlyMap<string, readonly IgnoreComment[]>;
  readonly problems: readonly Problem[];
  readonly counts: ImportCounts &
    Omit<Extraction, "problems"> & {
      readonly files: number;
      readonly large: number;
      readonly minified: number;
      /** Units of which nothing had to be looked at again. */
      readonly keptUnits: number;
    };
}

export async function discoverImports(
  tree: FileTree,
  info: UnitsInfo,
  cache: Cache,
  options: ImportOptions = {},
): Promise<ImportGraph> {
  const languages = options.languages ?? registered;
  const known = knownUnits(info);
  const chosen = chooseSources(tree, languages, foreignTest(info));
  const ownerOf = new Map(languages.map((language) => [language, ownersFor(language, known)]));
  const unitOf = (language: Language, path: string) => ownerOf.get(language)?.(path) ?? "";
  const sources = sourcesOf(chosen, unitOf);
  const keys = unitKeys(sources, worldOf(info, known, chosen));
  const now = pathsNow(tree, languages);
  // Who wants to be told of every import has to have every one resolved.
  const kept = options.onImport === undefined ? await loadKept(keys, now, cache) : new Map<string, UnitImports>();
  const groups = chosen.groups.flatMap((group) => withoutUnits(group, unitOf, kept));
  const extracting = await beginExtraction(tree, groups, cache, options);
  const collector = new Collector(info.units, options.onImport);
  try {
    for (const language of new Set(groups.map((group) => group.language))) {
      const configurations = await readConfigurations(language, tree, chosen.configurations.get(language) ?? [], cache);
      const own = (path: string) => ownerOf.get(language)?.(path);
      collector.register(language, projectFor(language, tree, known, own, configurations));
    }
    const extraction = await extracting.finish({
      facts: (group, files, facts) => collector.accept(group.language, files, facts),
      minified: (group, files) => collector.leaveOut(group.language, files),
      unread: (group, files) => collector.miss(group.language, files),
    });
    const collected = collector.finish(languages);
    await keep(collected, keys, now, cache);
    const fresh = Array.from(collected, ([unit, { imports }]) => [unit, imports] as const);
    return graphOf(info, new Map([...kept, ...fresh]), chosen, extraction, kept.size);
  } finally {
    extracting.close();
  }
}

type UnitOfSource = (language: Language, path: string) => string;

function sourcesOf({ groups }: Chosen, unitOf: UnitOfSource): Sources {
  const sources = new Map<string, (readonly [string, TreeFile])[]>();
  for (const { language, extractor, files } of groups) {
    for (const file of [...files.values()].flat()) {
      const unit = unitOf(language, file.path);
      const known = sources.get(unit);
      if (known === undefined) sources.set(unit, [[extractor, file]]);
      else known.push([extractor, file]);
    }
  }
  return sources;
}

/** The files of a group that lie in other units than these. */
function withoutUnits(group: SourceGroup, unitOf: UnitOfSource, units: ReadonlyMap<string, unknown>): SourceGroup[] {
  if (units.size === 0) return [group];
  const files = new Map<string, readonly TreeFile[]>();
  for (const [blob, same] of group.files) {
    const left = same.filter(({ path }) => !units.has(unitOf(group.language, path)));
    if (left.length > 0) files.set(blob, left);
  }
  return files.size === 0 ? [] : [{ ...group, files }];
}

function graphOf(
  info: UnitsInfo,
  imports: ReadonlyMap<string, UnitImports>,
  chosen: Chosen,
  { problems, ...counts }: Extraction,
  keptUnits: number,
): ImportGraph {
  const sum: ImportCounts = { imports: 0, internal: 0, external: 0, builtin: 0, unresolved: 0 };
  const minified = new Set<string>();
  for (const one of imports.values()) {
    for (const blob of one.minified) minified.add(blob);
    for (const name of ["imports", "internal", "external", "builtin", "unresolved"] as const)
      sum[name] += one.counts[name];
  }
  const all = [...imports.values()];
  return {
    consumes: compareWithManifests(
      new Map(
        [...imports].flatMap(([unit, { consumes }]) => (consumes.length === 0 ? [] : [[unit, consumes] as const])),
      ),
      info.units,
    ),
    files: lazyEdges((list) => {
      for (const { paths, edges } of all) list.add(paths, edges);
    }),
    ignores: new Map(all.flatMap(({ ignores }) => ignores).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    problems: [
      ...skipped(chosen, minified.size, counts.missing),
      ...problems,
      ...limited(all.flatMap((one) => one.problems)),
    ].sort(byPlace),
    counts: { ...sum, ...counts, files: chosen.files, large: chosen.large.length, minified: minified.size, keptUnits },
  };
}

/** Real units before fixtures, shallow before deep: of two with one name, the first answers to it. */
function knownUnits(info: UnitsInfo): KnownUnits {
  const units = info.units.map((unit): ResolvableUnit => ({
    id: unit.id,
    ecosystem: unit.ecosystem,
    name: unit.name,
    path: unit.path,
    role: unit.role,
    entries: info.extras.get(unit.id)?.entries ?? [],
    declares: unit.consumes.map(({ id }) => id),
  }));
  return { units: units.sort((one, other) => rankOf(one) - rankOf(other)), unitOf: (path) => info.unitOf(path) };
}

function rankOf({ role, path }: ResolvableUnit): number {
  return (role === "source" ? 0 : 1e6) + path.split("/").length;
}

function foreignTest(info: UnitsInfo): (path: string) => boolean {
  const units = new Map(info.units.map((unit) => [unit.id, { role: unit.role, purposes: purposesIn(unit.path) }]));
  const nowhere = purposesIn("");
  function isForeignFolder(path: string): boolean {
    const unit = units.get(info.unitOf(path) ?? "");
    if (unit?.role === "fixture" || unit?.role === "vendored" || unit?.role === "template") return true;
    return (unit?.purposes ?? nowhere).isForeign(path);
  }
  // Paths come sorted, so those of a folder mostly come together.
  let folder: string | undefined;
  let foreign = false;
  return (path) => {
    const own = folderOf(path);
    if (own !== folder) foreign = isForeignFolder(path);
    folder = own;
    return foreign;
  };
}

function skipped({ large }: Chosen, minified: number, missing: number): readonly Problem[] {
  const problems: Problem[] = [];
  if (large.length > 0)
    problems.push(note("imports/large-files", `${large.length} source files over 1 MiB were not read`));
  if (minified > 0) problems.push(note("imports/minified-files", `${minified} minified source files were not read`));
  if (missing > 0) {
    const hint = "Fetch the missing objects to have their imports in the graph.";
    problems.push({ ...note("imports/missing-files", `${missing} source files are not in this clone`), hint });
  }
  return problems;
}

function note(code: string, message: string): Problem {
  return { code, severity: "info", message };
}

const MAX_SAME = 20;

/** Repositories about a language are full of text that isn't valid in it: some examples and the number do. */
function limited(problems: readonly Problem[]): readonly Problem[] {
  return [...Map.groupBy(problems, ({ code }) => code)].flatMap(([code, same]) => {
    const first = same.toSorted(byPlace).slice(0, MAX_SAME);
    const more = same.length - first.length;
    return more === 0 ? first : [...first, note(code, `${more} more files like these`)];
  });
}

function byPlace(one: Problem, other: Problem): number {
  const [a, b] = [
    `${one.code}\0${one.path ?? "~"}\0${one.message}`,
    `${other.code}\0${other.path ?? "~"}\0${other.message}`,
  ];
  return a < b ? -1 : a > b ? 1 : 0;
}
