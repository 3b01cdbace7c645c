/**
 * The import graph of a repository, from source: which unit uses which identifier, by which names,
 * how often and where; and which file imports which.
 *
 * Extraction depends on the content alone and is cached; resolving depends on the other files and is
 * done anew each time, which costs a few microseconds an import.
 */
import type { Consume, IgnoreComment, Problem, Unit } from "@freehold/model";
import type { Cache, FileTree } from "@freehold/repository";
import { chooseSources } from "./imports/choose.ts";
import type { Chosen } from "./imports/choose.ts";
import { Collector } from "./imports/collect.ts";
import type { ImportCounts, ImportObserver } from "./imports/collect.ts";
import { compareWithManifests } from "./imports/declarations.ts";
import { beginExtraction } from "./imports/extract-all.ts";
import type { Extraction } from "./imports/extract-all.ts";
import type { FileEdges } from "./imports/file-edges.ts";
import { projectFor, readConfigurations } from "./imports/project.ts";
import type { KnownUnits } from "./imports/project.ts";
import { purposesIn } from "./imports/scope.ts";
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
  readonly counts: ImportCounts & Omit<Extraction, "problems"> & { readonly files: number; readonly large: number };
}

export async function discoverImports(
  tree: FileTree,
  info: UnitsInfo,
  cache: Cache,
  options: ImportOptions = {},
): Promise<ImportGraph> {
  const languages = options.languages ?? registered;
  const known = knownUnits(info);
  const collector = new Collector(info.units, options.onImport);
  const chosen = chooseSources(tree, languages, foreignTest(info));
  const extracting = await beginExtraction(tree, chosen.groups, cache, options);
  try {
    for (const language of new Set(chosen.groups.map((group) => group.language))) {
      const configurations = await readConfigurations(language, tree, chosen.configurations.get(language) ?? [], cache);
      collector.register(language, projectFor(language, tree, known, configurations));
    }
    const extraction = await extracting.finish((group, files, facts) => {
      collector.accept(group.language, files, facts);
    });
    return graphOf(info, collector, chosen, extraction);
  } finally {
    extracting.close();
  }
}

function graphOf(info: UnitsInfo, collector: Collector, chosen: Chosen, extraction: Extraction): ImportGraph {
  const { problems, ...counts } = extraction;
  return {
    consumes: compareWithManifests(consumesOf(collector), info.units),
    files: collector.edges.finish(),
    ignores: collector.ignores,
    problems: [...skipped(chosen, counts), ...problems, ...limited(collector.problems)].sort(byPlace),
    counts: { ...collector.counts, ...counts, files: chosen.files, large: chosen.large.length },
  };
}

/** A unit may have source in several languages. */
function consumesOf(collector: Collector): ReadonlyMap<string, readonly Consume[]> {
  const all = new Map<string, readonly Consume[]>();
  for (const [language, aggregate] of collector.aggregates) {
    for (const [unit, consumes] of aggregate.consumes(language)) {
      const list = [...(all.get(unit) ?? []), ...consumes];
      all.set(
        unit,
        list.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)),
      );
    }
  }
  return all;
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

function skipped({ large }: Chosen, { minified, missing }: Omit<Extraction, "problems">): readonly Problem[] {
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
    const first = same.sort(byPlace).slice(0, MAX_SAME);
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
