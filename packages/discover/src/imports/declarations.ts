/**
 * What is imported against what manifests declare.
 *
 * A declaration counts in the unit's own manifest and, since package managers look upward for
 * installed packages, in the manifests of the folders above it.
 */
import type { Consume, Problem, Unit } from "@freehold/model";

export interface Declarations {
  /** The nearest manifest that declares the identifier for the unit. */
  find(unit: Unit, id: string, typeOnly: boolean): { readonly manifest: string; readonly own: boolean } | undefined;
}

export function declarationsOf(units: readonly Unit[]): Declarations {
  const at = new Map<string, Unit[]>();
  for (const unit of units) at.set(unit.path, [...(at.get(unit.path) ?? []), unit]);
  const declared = new Map(units.map((unit) => [unit.id, new Set(unit.consumes.map(({ id }) => id))]));
  return {
    find(unit, id, typeOnly) {
      const wanted = typeOnly ? [id, typesOf(id)] : [id];
      for (let folder = unit.path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
        for (const one of at.get(folder) ?? []) {
          if (one.ecosystem !== unit.ecosystem || !wanted.some((name) => declared.get(one.id)?.has(name))) continue;
          return { manifest: one.manifest ?? one.path, own: one.id === unit.id };
        }
        if (folder === "") return undefined;
      }
    },
  };
}

/** Marks what is declared, and finds what is not: such an import works only while something else brings it. */
export function compareWithManifests(
  consumes: ReadonlyMap<string, readonly Consume[]>,
  units: readonly Unit[],
  isNamed: (unit: string, id: string) => boolean,
): { readonly consumes: ReadonlyMap<string, readonly Consume[]>; readonly problems: readonly Problem[] } {
  const declarations = declarationsOf(units);
  const problems: Problem[] = [];
  const compared = new Map<string, readonly Consume[]>();
  for (const unit of units) {
    const list = consumes.get(unit.id);
    if (list === undefined) continue;
    const marked = list.map((consume): Consume => {
      const found = declarations.find(unit, consume.id, consume.typeOnly === true);
      if (found !== undefined) return declaredIn(consume, found);
      if (isDeclarable(unit, consume) && isNamed(unit.id, consume.id)) problems.push(undeclared(unit, consume));
      return consume;
    });
    compared.set(unit.id, marked);
  }
  return { consumes: compared, problems };
}

function declaredIn(
  consume: Consume,
  { manifest, own }: { readonly manifest: string; readonly own: boolean },
): Consume {
  if (own) return { ...consume, declared: true };
  const evidence = { rule: "imports.declared-above", path: manifest, detail: "declared by a folder above" };
  return { ...consume, declared: true, evidence: [...consume.evidence, evidence] };
}

/** Only packages of the unit's own ecosystem, and only where it has a manifest to declare them in. */
function isDeclarable(unit: Unit, consume: Consume): boolean {
  const type = /^pkg:([^/]+)\//.exec(unit.provides.find(({ id }) => id.startsWith("pkg:"))?.id ?? "")?.[1];
  return (
    unit.role === "source" && unit.manifest !== undefined && type !== undefined && consume.id.startsWith(`pkg:${type}/`)
  );
}

function undeclared(unit: Unit, consume: Consume): Problem {
  const [place] = consume.evidence;
  // A Python distribution may have another name than what it lets import, so there it may be declared after all.
  const certain = consume.scope === "runtime" && consume.typeOnly !== true && !consume.id.startsWith("pkg:pypi/");
  return {
    code: "imports/undeclared",
    severity: certain ? "warning" : "info",
    message: `"${unit.name}" imports ${consume.id}, which ${unit.manifest ?? "no manifest"} doesn't declare`,
    hint: "Declare it: at present it is there only because something else brings it.",
    subject: unit.id,
    ...(place?.path === undefined ? {} : { path: place.path }),
    ...(place?.line === undefined ? {} : { line: place.line }),
  };
}

/** The package with the types of another: `@types/node`, `@types/babel__core`. */
function typesOf(id: string): string {
  const name = /^pkg:npm\/(.*)$/.exec(id)?.[1];
  return name === undefined ? id : `pkg:npm/%40types/${name.replace(/^%40/, "").replace("/", "__")}`;
}
