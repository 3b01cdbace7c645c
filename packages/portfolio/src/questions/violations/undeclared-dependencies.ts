/**
 * What source code imports although no manifest declares it: it works here by luck of installation and
 * breaks for whoever uses the unit alone.
 *
 * Left alone: type-only imports (gone at run time), development and test code, and private units whose
 * enclosing unit declares it, as workspaces do with the tools that all of them share.
 */
import type { Consume, Unit, Violation } from "@freehold/model";
import type { PortfolioGraph } from "../../build/build-graph.ts";
import { resolveProvider } from "../../build/providers.ts";
import { effectiveScope, SHIPPED } from "../../scopes.ts";
import { enclosesPrivately } from "./enclosing.ts";
import { type IsLeftOut, NOTHING_LEFT_OUT, withoutLeftOut } from "./left-out.ts";

export function undeclaredDependencies(graph: PortfolioGraph, isLeftOut: IsLeftOut = NOTHING_LEFT_OUT): Violation[] {
  const enclosing = declaredByFolder(graph.units);
  const found: Violation[] = [];
  for (const [index, unit] of graph.units.entries()) {
    const product = graph.products[graph.productOf[index] ?? -1];
    if (product === undefined || unit.manifest === undefined) continue;
    const declared = new Set(unit.consumes.filter((consume) => consume.declared).map((consume) => consume.id));
    const declarable = typesOf(unit);
    for (const consume of unit.consumes) {
      if (!declarable.has(typeOf(consume.id))) continue;
      if (!isUndeclared(unit, consume) || declared.has(consume.id)) continue;
      const provider = graph.units[resolveProvider(graph.units, graph.providers, index, consume.id)];
      if (provider !== undefined && enclosesPrivately(provider, unit)) continue;
      if (unit.published !== true && enclosing(unit).some((ids) => ids.has(consume.id))) continue;
      const [left] = withoutLeftOut([{ consumer: unit, provider: unit, consume }], "undeclared-dependency", isLeftOut);
      if (left !== undefined) found.push(violation(product.id, unit, unit.manifest, left.consume));
    }
  }
  return found;
}

/**
 * The types of packages that a unit's manifest deals in: a Dockerfile is no place to declare Go modules, though
 * the folder that it delimits is full of Go.
 */
function typesOf({ provides, consumes }: Unit): ReadonlySet<string> {
  const ids = [...provides, ...consumes.filter(({ declared }) => declared)].map(({ id }) => id);
  return new Set(ids.map((id) => typeOf(id)));
}

/** `pkg:npm` of `pkg:npm/left-pad`. */
function typeOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}

function isUndeclared(unit: Unit, consume: Consume): boolean {
  return (
    consume.imported &&
    !consume.declared &&
    consume.typeOnly !== true &&
    isCertain(consume) &&
    (effectiveScope(unit, consume) & SHIPPED) !== 0 &&
    !unit.provides.some((provide) => provide.id === consume.id)
  );
}

/**
 * Whether the identifier is the name of a package for sure. A Python distribution may have another name than
 * what it lets import; npm refuses names with `_` or `.` in front, so such an import is a placeholder that a
 * build fills in; and a relative path that reaches into another unit is a bypass, not a dependency by name.
 */
function isCertain({ id, evidence }: Consume): boolean {
  if (id.startsWith("pkg:pypi/") || /^pkg:npm\/(?:%40[^/]*\/)?[._]/.test(id)) return false;
  return evidence.length === 0 || evidence.some(({ detail }) => detail?.startsWith(".") !== true);
}

function violation(product: string, unit: Unit, manifest: string, consume: Consume): Violation {
  return {
    rule: "undeclared-dependency",
    from: product,
    message: `${unit.name} imports ${consume.id}, which ${manifest} does not declare`,
    hint: `Add it to ${manifest}`,
    evidence: consume.evidence.map((item) => ({ ...item, repository: item.repository ?? unit.repository })),
  };
}

type DeclaredAbove = (unit: Unit) => ReadonlySet<string>[];

/** What units in the folders above a unit declare, of the same ecosystem and repository. */
function declaredByFolder(units: readonly Unit[]): DeclaredAbove {
  const declared = new Map<string, ReadonlySet<string>>();
  for (const unit of units) {
    const ids = unit.consumes.filter((consume) => consume.declared).map((consume) => consume.id);
    if (ids.length > 0) declared.set(keyOf(unit, unit.path), new Set(ids));
  }
  return (unit) => foldersAbove(unit.path).flatMap((folder) => declared.get(keyOf(unit, folder)) ?? []);
}

function keyOf(unit: Unit, folder: string): string {
  return `${unit.repository}\n${unit.ecosystem}\n${folder}`;
}

function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = path; folder !== "";) {
    const slash = folder.lastIndexOf("/");
    folder = slash < 0 ? "" : folder.slice(0, slash);
    folders.push(folder);
  }
  return folders;
}
