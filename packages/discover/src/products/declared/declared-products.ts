/**
 * Products that files declare: charters by their owners, then entities of other tools. Where both speak
 * of a path the deeper one does, and of equally deep ones the charter.
 */
import type { Charter } from "@freehold/model";
import type { DeclaredEntity, RepositoryFacts } from "../input.ts";
import { baseName, folderOf, kebab, shortName } from "../paths.ts";
import type { Place } from "../grouping/places.ts";
import { indexScopes, type Scope } from "./scopes.ts";

interface DeclaredProduct {
  readonly path: string;
  readonly line?: number;
  readonly folder: string;
  readonly name: string;
  readonly charter?: Charter;
  readonly entity?: DeclaredEntity;
}

export interface Declared {
  readonly products: readonly DeclaredProduct[];
  /** Indexes of the products that own a path; more than one is an overlap. */
  ownersOf(path: string): readonly number[];
  /** The product that a place is declared to be in. */
  ownerOfPlace(place: Place): number | undefined;
}

export function collectDeclared({ charters = [], declarations = [] }: RepositoryFacts): Declared {
  const chartered = charters.map(({ path, charter }): DeclaredProduct => ({
    path,
    folder: folderOf(path),
    name: charter.name,
    charter,
  }));
  const imported = declarations.filter(isProductLike).map((entity): DeclaredProduct => ({
    path: entity.path,
    ...(entity.line === undefined ? {} : { line: entity.line }),
    folder: folderOf(entity.path),
    name: entity.title ?? entity.name,
    entity,
  }));
  const products = [...chartered, ...withoutChartered(imported, chartered)];
  const owners = indexScopes(products.map(scopeOf));
  const inFolder = Map.groupBy(products.keys(), (index) => products[index]?.folder ?? "");
  return {
    products,
    ownersOf: owners,
    ownerOfPlace(place) {
      const found = owners(place.lead.manifest ?? (place.folder === "" ? "." : `${place.folder}/.`));
      const [first] = found;
      if (first === undefined || products[first]?.charter !== undefined) return first;
      const siblings = inFolder.get(products[first]?.folder ?? "") ?? [];
      // Several entities in one file: each means the unit of its name.
      return siblings.length === 1 ? first : siblings.find((index) => isNamedAfter(products[index], place));
    },
  };
}

/** What the tools call a thing that people own; APIs, teams, databases and templates are none. */
function isProductLike({ kind }: DeclaredEntity): boolean {
  return /^(?:component|system|service|application|library|website|software|product|cloud.?resource|other)$/i.test(
    kind,
  );
}

/** One folder with a charter and an entity of another tool declares one product, not two. */
function withoutChartered(
  imported: readonly DeclaredProduct[],
  chartered: readonly DeclaredProduct[],
): DeclaredProduct[] {
  return imported.filter((one) => {
    const beside = chartered.some(({ folder }) => folder === one.folder);
    const alone = imported.filter(({ folder }) => folder === one.folder).length === 1;
    return !(beside && alone);
  });
}

function scopeOf({ folder, charter }: DeclaredProduct): Scope {
  return { folder, include: charter?.scope?.include, exclude: charter?.scope?.exclude };
}

function isNamedAfter(product: DeclaredProduct | undefined, place: Place): boolean {
  const word = kebab(product?.entity?.name ?? "");
  return (
    word !== "" &&
    (word === kebab(shortName(place.lead.name)) ||
      word === kebab(baseName(place.folder)) ||
      word === kebab(place.lead.name))
  );
}
