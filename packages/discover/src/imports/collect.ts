/** Resolves the imports of files as their facts arrive, and adds them up. */
import type { IgnoreComment, Problem, Unit } from "@freehold/model";
import type { TreeFile } from "@freehold/repository";
import type { ImportTarget, Language, Project, RawImport, SourceFacts } from "../languages/language.ts";
import { Aggregate } from "./aggregate.ts";
import { FileEdgeList } from "./file-edges.ts";
import { purposesIn } from "./scope.ts";
import type { Purposes } from "./scope.ts";

export interface ImportCounts {
  imports: number;
  /** To another file or unit of this repository, its own unit included. */
  internal: number;
  external: number;
  builtin: number;
  unresolved: number;
}

/** Told of every import of every file, and what it was resolved to. */
export type ImportObserver = (path: string, imported: RawImport, target: ImportTarget) => void;

type Resolve = ReturnType<Language["resolver"]>;

export class Collector {
  readonly aggregates = new Map<string, Aggregate>();
  readonly edges = new FileEdgeList();
  readonly counts: ImportCounts = { imports: 0, internal: 0, external: 0, builtin: 0, unresolved: 0 };
  readonly problems: Problem[] = [];
  readonly ignores = new Map<string, readonly IgnoreComment[]>();
  readonly #units: ReadonlyMap<string, Unit>;
  readonly #onImport: ImportObserver | undefined;
  readonly #purposes = new Map<string, Purposes>();
  readonly #resolvers = new Map<string, { project: Project; resolve: Resolve }>();

  constructor(units: readonly Unit[], onImport: ImportObserver | undefined) {
    this.#units = new Map(units.map((unit) => [unit.id, unit]));
    this.#onImport = onImport;
  }

  register(language: Language, project: Project): void {
    // Its indexes are built when the first import asks for them: most repositories have few languages.
    let resolve: Resolve | undefined;
    this.#resolvers.set(language.id, {
      project,
      resolve: (path, imported) => (resolve ??= language.resolver(project))(path, imported),
    });
    this.aggregates.set(language.id, new Aggregate());
  }

  accept(language: Language, files: readonly TreeFile[], facts: SourceFacts): void {
    const registered = this.#resolvers.get(language.id);
    if (registered === undefined) return;
    for (const { path } of files) {
      for (const problem of facts.problems) this.problems.push({ ...problem, path });
      if (facts.ignores !== undefined) this.ignores.set(path, facts.ignores);
      if (facts.imports.length === 0) continue;
      const unit = this.#units.get(registered.project.unitOf(path) ?? "");
      for (const imported of facts.imports) {
        this.#add(language, path, unit, imported, registered.resolve(path, imported));
      }
    }
  }

  #add(language: Language, path: string, unit: Unit | undefined, imported: RawImport, target: ImportTarget): void {
    this.counts.imports++;
    this.#onImport?.(path, imported, target);
    if (target.kind === "builtin") this.counts.builtin++;
    else if (target.kind === "unresolved") this.counts.unresolved++;
    else if (target.kind === "package") {
      this.counts.external++;
      this.#use(language, path, unit, imported, target.id, false);
    } else {
      this.counts.internal++;
      if (target.path !== undefined) this.edges.add(path, target.path);
      if (target.unit !== unit?.id)
        this.#use(language, path, unit, imported, this.#identifierOf(target.unit), target.bypass);
    }
  }

  #use(
    language: Language,
    path: string,
    unit: Unit | undefined,
    imported: RawImport,
    id: string,
    bypass: boolean,
  ): void {
    if (unit === undefined || unit.provides.some((provided) => provided.id === id)) return;
    const purposes = this.#purposes.get(unit.path) ?? purposesIn(unit.path);
    this.#purposes.set(unit.path, purposes);
    const scope = purposes.scope(path);
    const noted = this.ignores.get(path)?.some(({ about }) => about === imported.line) === true;
    this.aggregates.get(language.id)?.add({ unit: unit.id, id, path, imported, bypass, scope, noted });
  }

  #identifierOf(id: string): string {
    return this.#units.get(id)?.provides[0]?.id ?? `unit:${id.replaceAll(/[\s%]/g, encodeURIComponent)}`;
  }
}
