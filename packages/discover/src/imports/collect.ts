/** Resolves the imports of files as their facts arrive, and adds them up by unit. */
import type { IgnoreComment, Problem, Unit } from "@freehold/model";
import type { TreeFile } from "@freehold/repository";
import type { ImportTarget, Language, Project, RawImport, SourceFacts } from "../languages/language.ts";
import { Aggregate } from "./aggregate.ts";
import { type LookedAt, lookedAt } from "./looked-at.ts";
import { purposesIn } from "./scope.ts";
import type { Purposes } from "./scope.ts";
import type { ImportCounts, UnitImports } from "./unit-imports.ts";

/** Told of every import of every file, and what it was resolved to. */
export type ImportObserver = (path: string, imported: RawImport, target: ImportTarget) => void;

type Resolve = ReturnType<Language["resolver"]>;

/** One unit, while its files arrive. */
interface Part {
  readonly unit: Unit | undefined;
  /** By id of the language. */
  readonly aggregates: Map<string, Aggregate>;
  readonly places: Map<string, number>;
  readonly edges: number[];
  readonly ignores: Map<string, readonly IgnoreComment[]>;
  readonly problems: Problem[];
  readonly counts: ImportCounts;
  readonly minified: Set<string>;
  readonly looked: LookedAt;
  /** Some file could not be read this time, or ended its parser. */
  incomplete: boolean;
}

interface Registered {
  readonly project: Project;
  readonly resolve: Resolve;
  /** An index was made of all paths. */
  readonly indexed: () => boolean;
}

export class Collector {
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #onImport: ImportObserver | undefined;
  readonly #purposes = new Map<string, Purposes>();
  readonly #languages = new Map<string, Registered>();
  readonly #parts = new Map<string, Part>();
  #looked: LookedAt = lookedAt();

  constructor(units: readonly Unit[], onImport: ImportObserver | undefined) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#onImport = onImport;
  }

  register(language: Language, project: Project): void {
    let indexed = false;
    const watched: Project = {
      ...project,
      has: (path) => {
        this.#looked.folders.add(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
        return project.has(path);
      },
      folderHas: (folder) => {
        this.#looked.below.add(folder);
        return project.folderHas(folder);
      },
      get paths() {
        indexed = true;
        return project.paths;
      },
    };
    // Its indexes are built when the first import asks for them: most repositories have few languages.
    let resolve: Resolve | undefined;
    this.#languages.set(language.id, {
      project,
      resolve: (path, imported) => (resolve ??= language.resolver(watched))(path, imported),
      indexed: () => indexed,
    });
  }

  accept(language: Language, files: readonly TreeFile[], facts: SourceFacts): void {
    const registered = this.#languages.get(language.id);
    if (registered === undefined) return;
    for (const { path } of files) {
      const part = this.#partOf(registered.project.unitOf(path));
      this.#looked = part.looked;
      for (const problem of facts.problems) part.problems.push({ ...problem, path });
      if (facts.ignores !== undefined) part.ignores.set(path, facts.ignores);
      for (const imported of facts.imports) {
        this.#add(language, path, part, imported, registered.resolve(path, imported));
      }
    }
  }

  /** Contents that are left out on purpose. */
  leaveOut(language: Language, files: readonly TreeFile[]): void {
    for (const { path, blob } of files)
      this.#partOf(this.#languages.get(language.id)?.project.unitOf(path)).minified.add(blob);
  }

  /** Files that a later scan may well read. */
  miss(language: Language, files: readonly TreeFile[]): void {
    for (const { path } of files)
      this.#partOf(this.#languages.get(language.id)?.project.unitOf(path)).incomplete = true;
  }

  /** By id of the unit; `` for files in none. `languages` gives the order in which those of a unit are added up. */
  finish(languages: readonly Language[]): ReadonlyMap<string, CollectedUnit> {
    const indexing = languages.filter(({ id }) => this.#languages.get(id)?.indexed() === true);
    return new Map(
      Array.from(this.#parts, ([id, part]) => {
        const indexed = indexing.filter((language) => part.aggregates.has(language.id));
        return [id, { imports: finished(part, languages), looked: part.looked, indexed, incomplete: part.incomplete }];
      }),
    );
  }

  #partOf(id: string | undefined): Part {
    const known = this.#parts.get(id ?? "");
    if (known !== undefined) return known;
    const part = emptyPart(this.#units.get(id ?? ""));
    this.#parts.set(id ?? "", part);
    return part;
  }

  #add(language: Language, path: string, part: Part, imported: RawImport, target: ImportTarget): void {
    const { counts, unit } = part;
    counts.imports++;
    if (!part.aggregates.has(language.id)) part.aggregates.set(language.id, new Aggregate());
    this.#onImport?.(path, imported, target);
    if (target.kind === "builtin") counts.builtin++;
    else if (target.kind === "unresolved") counts.unresolved++;
    else if (target.kind === "package") {
      counts.external++;
      this.#use(language, path, part, imported, target.id, false);
    } else {
      counts.internal++;
      if (target.path !== undefined && target.path !== path)
        part.edges.push(placeOf(part, path), placeOf(part, target.path));
      if (target.unit !== unit?.id)
        this.#use(language, path, part, imported, this.#identifierOf(target.unit), target.bypass);
    }
  }

  #use(language: Language, path: string, part: Part, imported: RawImport, id: string, bypass: boolean): void {
    const { unit } = part;
    if (unit === undefined || unit.provides.some((provided) => provided.id === id)) return;
    const purposes = this.#purposes.get(unit.path) ?? purposesIn(unit.path);
    this.#purposes.set(unit.path, purposes);
    const scope = purposes.scope(path);
    const noted = part.ignores.get(path)?.some(({ about }) => about === imported.line) === true;
    part.aggregates.get(language.id)?.add({ unit: unit.id, id, path, imported, bypass, scope, noted });
  }

  #identifierOf(id: string): string {
    return this.#units.get(id)?.provides[0]?.id ?? `unit:${id.replaceAll(/[\s%]/g, encodeURIComponent)}`;
  }
}

export interface CollectedUnit {
  readonly imports: UnitImports;
  readonly looked: LookedAt;
  /** The languages of which any path that they index may have mattered. */
  readonly indexed: readonly Language[];
  readonly incomplete: boolean;
}

function emptyPart(unit: Unit | undefined): Part {
  return {
    unit,
    aggregates: new Map(),
    places: new Map(),
    edges: [],
    ignores: new Map(),
    problems: [],
    counts: { imports: 0, internal: 0, external: 0, builtin: 0, unresolved: 0 },
    minified: new Set(),
    looked: lookedAt(),
    incomplete: false,
  };
}

function placeOf({ places }: Part, path: string): number {
  const known = places.get(path);
  if (known !== undefined) return known;
  places.set(path, places.size);
  return places.size - 1;
}

function finished(part: Part, languages: readonly Language[]): UnitImports {
  const consumes = languages.flatMap(
    ({ id }) =>
      part.aggregates
        .get(id)
        ?.consumes(id)
        .get(part.unit?.id ?? "") ?? [],
  );
  return {
    consumes: consumes.sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)),
    paths: [...part.places.keys()],
    edges: part.edges,
    ignores: [...part.ignores],
    problems: part.problems,
    counts: part.counts,
    minified: [...part.minified],
  };
}
