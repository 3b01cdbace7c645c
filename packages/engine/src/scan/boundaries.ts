/**
 * Which boundaries do not hold, and which of those somebody decided to leave: by a comment beside the code
 * (`freehold-ignore`), or by a waiver in the charter of the product at fault.
 */
import type { AcceptedViolation, Charter, Problem, Product, Violation } from "@freehold/model";
import type { BoundaryRules, Portfolio } from "@freehold/portfolio";
import { openWaivers, type Waivers } from "../diff/waivers.ts";
import { openIgnores } from "./ignored-places.ts";
import type { Ignores } from "./ignores.ts";

/** What one repository says about its boundaries. */
export interface BoundaryFacts {
  readonly repository: string;
  readonly charters: readonly { readonly path: string; readonly charter: Charter }[];
  readonly ignores: Ignores;
}

export interface Boundaries {
  readonly violations: readonly Violation[];
  readonly accepted: readonly AcceptedViolation[];
  /** Comments without a reason, without such a rule, or without anything to ignore; waivers that are over. */
  readonly problems: readonly Problem[];
}

/** `declared` are violations that were found without the graph; `today` is an ISO date. */
export function judgeBoundaries(
  portfolio: Portfolio,
  products: readonly Product[],
  declared: readonly Violation[],
  facts: readonly BoundaryFacts[],
  today: string,
): Boundaries {
  const rules = boundaryRules(facts, products);
  const ignores = openIgnores(facts);
  const all = portfolio.violations(rules);
  const kept = ignores.any ? portfolio.violations(rules, ignores.isLeftOut) : all;
  const left = new Set(kept.map(keyOf));
  const commented = all.filter((violation) => !left.has(keyOf(violation))).flatMap(ignores.accept);
  const waivers = waiversOf(facts, products, today);
  const open: Violation[] = [];
  const waived: AcceptedViolation[] = [];
  for (const violation of [...declared, ...kept]) {
    const found = waivers.of(violation);
    if (found === undefined) open.push(violation);
    else
      waived.push({
        ...violation,
        accepted: { by: "waiver", reason: found.reason, path: found.charter, expires: found.expires },
      });
  }
  return {
    violations: open,
    accepted: [...commented, ...waived],
    problems: [...ignores.problems(), ...waivers.problems],
  };
}

/** What a violation is about; which entries are bypassed may be fewer once some places are left out. */
function keyOf({ rule, from, to, message }: Violation): string {
  return [rule, from, to ?? "", rule === "entry-bypassed" ? "" : message].join("\0");
}

function boundaryRules(facts: readonly BoundaryFacts[], products: readonly Product[]): BoundaryRules[] {
  return facts.flatMap(({ repository, charters }) =>
    charters.flatMap(({ path, charter }) => {
      const product = products.find((one) => one.charter === path && one.repositories.includes(repository));
      if (product === undefined) return [];
      const { mayUse, layers, visibility } = charter;
      return [{ product: product.id, path, repository, mayUse, layers, visibility }];
    }),
  );
}

interface ProductWaivers {
  of(violation: Violation): ReturnType<Waivers["waiverOf"]>;
  readonly problems: readonly Problem[];
}

/** A waiver stands in the charter of the product at fault, or of one that it is a part of. */
function waiversOf(facts: readonly BoundaryFacts[], products: readonly Product[], today: string): ProductWaivers {
  const byId = new Map(products.map((product) => [product.id, product]));
  const opened = facts.flatMap(({ repository, charters }) =>
    charters
      .filter(({ charter }) => (charter.waivers ?? []).length > 0)
      .map(({ path, charter }) => [`${repository}:${path}`, openWaivers(charter, path, today)] as const),
  );
  const waivers = new Map(opened);
  function ofProduct(
    id: string | undefined,
    violation: Violation,
    seen: ReadonlySet<string>,
  ): ReturnType<Waivers["waiverOf"]> {
    const product = id === undefined || seen.has(id) ? undefined : byId.get(id);
    if (product === undefined) return undefined;
    const element = byId.get(violation.to ?? "")?.slug ?? "";
    const found = waivers
      .get(`${product.repositories[0]}:${product.charter}`)
      ?.waiverOf({ rule: `check/${violation.rule}`, element });
    return found ?? ofProduct(product.partOf, violation, new Set([...seen, product.id]));
  }
  return {
    of: (violation) => (waivers.size === 0 ? undefined : ofProduct(violation.from, violation, new Set())),
    problems: opened.flatMap(([, one]) => one.problems),
  };
}
