/**
 * Examples, fixtures, tests, templates, vendored and generated units are never products. Each goes to the
 * product in whose folder it lies, else to the one product it uses; else it stays without one. Units of
 * kinds that delimit no folder (workflows, API descriptions, submodules) go by their folder too.
 */
import type { Unit } from "@freehold/model";
import type { GroupedRepository } from "../grouping/group-repository.ts";
import { isWithin } from "../paths.ts";
import type { ProductDraft } from "./draft.ts";

export function attachOthers({ facts }: GroupedRepository, drafts: readonly ProductDraft[]): ProductDraft[] {
  const owner = new Map<string, number>();
  for (const [index, draft] of drafts.entries()) for (const unit of draft.units) owner.set(unit, index);
  const providers = new Map<string, number>();
  for (const unit of facts.units) {
    const product = owner.get(unit.id);
    if (product !== undefined) for (const { id } of unit.provides) if (!providers.has(id)) providers.set(id, product);
  }
  const added = drafts.map((): string[] => []);
  for (const unit of facts.units) {
    if (owner.has(unit.id)) continue;
    const around = deepestAround(drafts, facts.repository, unit);
    const inRoot = around === undefined || around.folder === "";
    const product = inRoot ? (servedBy(unit, providers) ?? around?.product) : around.product;
    if (product !== undefined) added[product]?.push(unit.id);
  }
  return drafts.map((draft, index) => ({ ...draft, units: [...draft.units, ...(added[index] ?? [])] }));
}

function deepestAround(drafts: readonly ProductDraft[], repository: string, unit: Unit) {
  let best: { product: number; folder: string } | undefined;
  for (const [product, draft] of drafts.entries()) {
    for (const path of draft.paths) {
      const folder = path.slice(repository.length + 1);
      if (!path.startsWith(`${repository}:`) || !isWithin(unit.path, folder)) continue;
      if (best === undefined || folder.length > best.folder.length) best = { product, folder };
    }
  }
  return best;
}

/** The product that a unit uses, where it uses one, or one more than all others. */
function servedBy(unit: Unit, providers: ReadonlyMap<string, number>): number | undefined {
  const counts = new Map<number, number>();
  for (const { id } of unit.consumes) {
    const product = providers.get(id);
    if (product !== undefined) counts.set(product, (counts.get(product) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}
