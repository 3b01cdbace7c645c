/** Files that two charters claim, and files that none does, folder by folder. */
import type { Product, Violation } from "@freehold/model";
import type { RepositoryFacts } from "../input.ts";
import { folderOf } from "../paths.ts";
import type { Declared } from "./declared-products.ts";

/** Folders are named until there are so many that a number says more. */
const NAMED = 20;

export function findScopeViolations(
  facts: RepositoryFacts,
  declared: Declared,
  products: readonly Product[],
): Violation[] {
  const chartered = declared.products.flatMap(({ charter }, index) => (charter === undefined ? [] : [index]));
  if (chartered.length === 0) return [];
  const overlaps = new Map<string, { owners: readonly number[]; path: string; files: number }>();
  const unowned = new Map<string, number>();
  for (const { path } of facts.files) {
    const owners = declared.ownersOf(path).filter((owner) => chartered.includes(owner));
    if (owners.length === 0) unowned.set(folderOf(path), (unowned.get(folderOf(path)) ?? 0) + 1);
    if (owners.length < 2) continue;
    const key = owners.join(" ");
    const known = overlaps.get(key);
    overlaps.set(key, { owners, path: known?.path ?? path, files: (known?.files ?? 0) + 1 });
  }
  const idOf = (index: number) =>
    products.find(
      (product) =>
        product.repositories.includes(facts.repository) && product.charter === declared.products[index]?.path,
    )?.id ?? "";
  const pathOf = (index: number) => declared.products[index]?.path ?? "";
  return [
    ...[...overlaps.values()].map(({ owners, path, files }): Violation => ({
      rule: "scope-overlap",
      from: idOf(owners[0] ?? 0),
      to: idOf(owners[1] ?? 0),
      message: `${owners.map(pathOf).join(" and ")} both own ${path}${files > 1 ? ` and ${files - 1} more files` : ""}`,
      hint: `Exclude it from the scope of one of them`,
      evidence: [{ rule: "products.scope", repository: facts.repository, path, detail: "in the scope of both" }],
    })),
    ...unownedViolations(facts, unowned, idOf(nearestTo(chartered))),
  ];
}

function unownedViolations(facts: RepositoryFacts, unowned: ReadonlyMap<string, number>, from: string): Violation[] {
  const folders = [...unowned]
    .filter(([folder]) => !hasUnownedAbove(folder, unowned))
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const named = folders.slice(0, NAMED).map(([folder]): Violation => {
    const files = [...unowned].reduce(
      (sum, [other, count]) => sum + (other === folder || other.startsWith(`${folder}/`) || folder === "" ? count : 0),
      0,
    );
    return {
      rule: "unowned-path",
      from,
      message: `no product owns ${folder === "" ? "the root" : folder} (${files} files)`,
      hint: "Add a product.yaml to it, or include it in the scope of one",
      evidence: [
        { rule: "products.scope", repository: facts.repository, path: folder, detail: "in the scope of no charter" },
      ],
    };
  });
  if (folders.length <= NAMED) return named;
  return [
    ...named,
    {
      rule: "unowned-path",
      from,
      message: `no product owns ${folders.length - NAMED} further folders`,
      hint: "Start with a product.yaml at the root: deeper charters own their part",
      evidence: [{ rule: "products.scope", repository: facts.repository, detail: "in the scope of no charter" }],
    },
  ];
}

function hasUnownedAbove(folder: string, unowned: ReadonlyMap<string, number>): boolean {
  for (let current = folder; current !== "";) {
    current = folderOf(current);
    if (unowned.has(current)) return true;
  }
  return false;
}

function nearestTo(chartered: readonly number[]): number {
  return chartered[0] ?? 0;
}
