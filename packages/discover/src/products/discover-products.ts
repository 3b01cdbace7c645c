/**
 * Units to products. What owners declare wins; then what other tools' files declare; the rest is grouped
 * by rules (`grouping/`) and proposed as candidates, each with its reasons. Pure: data in, data out.
 */
import type { Product, Violation } from "@freehold/model";
import { assembleRepository } from "./assemble/assemble-repository.ts";
import type { ProductDraft } from "./assemble/draft.ts";
import { findScopeViolations } from "./declared/scope-violations.ts";
import { joinSystems } from "./declared/systems.ts";
import { type GroupedRepository, groupRepository } from "./grouping/group-repository.ts";
import { hiddenDrafts } from "./hidden/hidden-products.ts";
import { idFromName } from "./identity.ts";
import type { RepositoryFacts } from "./input.ts";
import { shortName } from "./paths.ts";
import { assignSlugs } from "./slugs.ts";

export interface DiscoveredProducts {
  readonly products: readonly Product[];
  /** Paths that no charter, or more than one, owns; only where a repository has charters. */
  readonly violations: readonly Violation[];
}

/** The products of some repositories. Owners are found later: here nobody owns anything yet. */
export function discoverProducts(repositories: readonly RepositoryFacts[]): DiscoveredProducts {
  const grouped = repositories.map(groupRepository);
  const drafts = joinSystems(grouped.flatMap(draftsOf), repositories);
  const products = finish(drafts);
  return { products, violations: grouped.flatMap((one) => findScopeViolations(one.facts, one.declared, products)) };
}

function draftsOf(grouped: GroupedRepository): ProductDraft[] {
  const visible = assembleRepository(grouped);
  return [...visible, ...hiddenDrafts(grouped, visible)];
}

function finish(drafts: readonly ProductDraft[]): Product[] {
  const unique = withUniqueIds(drafts);
  const slugs = assignSlugs(
    unique.map(({ name, repositories }) => ({ name, repository: shortName(repositories[0] ?? "") })),
  );
  return unique.map((draft, index) => ({
    ...draft,
    slug: slugs[index] ?? draft.id,
    ownership: { declared: [], ranked: [], findings: ["unknown"] },
  }));
}

/** A fork has the founding commit of what it was forked from; the later of two gets an id of its own. */
function withUniqueIds(drafts: readonly ProductDraft[]): ProductDraft[] {
  const taken = new Set<string>();
  const renamed = new Map<string, string>();
  return drafts.map((draft) => {
    const place = draft.repositories[0] ?? "";
    let id = draft.id;
    for (let number = 1; taken.has(id); number++) id = idFromName(`${place} ${number}`, draft.id);
    taken.add(id);
    if (id !== draft.id) renamed.set(`${place} ${draft.id}`, id);
    const whole = draft.partOf === undefined ? undefined : (renamed.get(`${place} ${draft.partOf}`) ?? draft.partOf);
    return { ...draft, id, ...(whole === undefined ? {} : { partOf: whole }) };
  });
}
