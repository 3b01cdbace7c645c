/**
 * What a change reaches, in tiers: where no interface between changed, nobody else is disturbed (S11).
 *
 * `contract` follows interfaces that changed: a consumer that passes on what changed has itself a changed
 * interface. `exercise` follows every other dependency from there. So each tier contains only what the
 * dependency graph reaches, and `contract` never more than that. Linear in units and dependencies.
 */
import type { Tier } from "@freehold/model";
import type { Portfolio } from "../graph.ts";
import { EVERY_SCOPE } from "../scopes.ts";

/** A unit whose files, or whose resolved dependencies, changed. */
export interface ChangedUnit {
  readonly unit: string;
  readonly reason: string;
  /** Nobody else can notice: tests, documentation. */
  readonly inside: boolean;
}

export interface ContractHit {
  /** The consumer. */
  readonly unit: string;
  readonly reason: string;
  /** It shows what changed in its own interface. */
  readonly passesOn: boolean;
}

export interface AffectedInput {
  readonly changed: readonly ChangedUnit[];
  /** Consumers of a unit that use what changed in its interface; `whole`: anything of it may have changed. */
  contractHits(unit: string, whole: boolean): readonly ContractHit[];
}

export interface UnitTier {
  readonly tier: Exclude<Tier, "unreached">;
  readonly reason: string;
  /** The unit through which it is reached. */
  readonly via?: string;
}

/** By id of the unit; a unit that is not in the answer is not reached. */
export function affectedUnits(portfolio: Portfolio, input: AffectedInput): ReadonlyMap<string, UnitTier> {
  const tiers = new Map<string, UnitTier>(input.changed.map(({ unit, reason }) => [unit, { tier: "changed", reason }]));
  const outward = input.changed.filter(({ inside }) => !inside).map(({ unit }) => unit);
  const reached = [...outward, ...followContracts(tiers, outward, input)];
  const seen = new Set(reached);
  for (let at = 0; at < reached.length; at++) {
    const provider = reached[at] ?? "";
    for (const { from } of portfolio.dependents(provider, EVERY_SCOPE)) {
      if (seen.has(from)) continue;
      seen.add(from);
      reached.push(from);
      if (tiers.has(from)) continue;
      tiers.set(from, { tier: "exercise", reason: "every interface between is unchanged", via: provider });
    }
  }
  return tiers;
}

/** Adds the contract tier; gives the units that it reached and that were not changed themselves. */
function followContracts(tiers: Map<string, UnitTier>, outward: readonly string[], input: AffectedInput): string[] {
  const added: string[] = [];
  const queue = outward.map((unit) => ({ unit, whole: false }));
  const passed = new Set<string>();
  for (let at = 0; at < queue.length; at++) {
    const { unit: provider = "", whole = false } = queue[at] ?? {};
    for (const { unit, reason, passesOn } of input.contractHits(provider, whole)) {
      if (!tiers.has(unit)) {
        tiers.set(unit, { tier: "contract", reason, via: provider });
        added.push(unit);
      }
      if (!passesOn || passed.has(unit)) continue;
      passed.add(unit);
      queue.push({ unit, whole: true });
    }
  }
  return added;
}
