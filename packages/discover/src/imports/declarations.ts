/**
 * What is imported against what manifests declare.
 *
 * A declaration counts in the unit's own manifest and, since package managers look upward for
 * installed packages, in the manifests of the folders above it.
 */
import type { Consume, Unit } from "@freehold/model";

interface Declarations {
  /** The nearest manifest that declares the identifier for the unit. */
  find(unit: Unit, id: string, typeOnly: boolean): { readonly manifest: string; readonly own: boolean } | undefined;
}

function declarationsOf(units: readonly Unit[]): Declarations {
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

/** Marks what is declared; what is left undeclared is judged on the whole graph, as a boundary violation. */
export function compareWithManifests(
  consumes: ReadonlyMap<string, readonly Consume[]>,
  units: readonly Unit[],
): ReadonlyMap<string, readonly Consume[]> {
  const declarations = declarationsOf(units);
  const compared = new Map<string, readonly Consume[]>();
  for (const unit of units) {
    const list = consumes.get(unit.id);
    if (list === undefined) continue;
    const marked = list.map((consume): Consume => {
      const found = declarations.find(unit, consume.id, consume.typeOnly === true);
      return found === undefined ? consume : declaredIn(consume, found);
    });
    compared.set(unit.id, marked);
  }
  return compared;
}

function declaredIn(
  consume: Consume,
  { manifest, own }: { readonly manifest: string; readonly own: boolean },
): Consume {
  if (own) return { ...consume, declared: true };
  const evidence = { rule: "imports.declared-above", path: manifest, detail: "declared by a folder above" };
  return { ...consume, declared: true, evidence: [...consume.evidence, evidence] };
}

/** The package with the types of another: `@types/node`, `@types/babel__core`. */
function typesOf(id: string): string {
  const name = /^pkg:npm\/(.*)$/.exec(id)?.[1];
  return name === undefined ? id : `pkg:npm/%40types/${name.replace(/^%40/, "").replace("/", "__")}`;
}
