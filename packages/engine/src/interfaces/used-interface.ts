/**
 * The boundary as used, beside the boundary as promised: which elements of a unit which other units use,
 * what nobody uses, and what is used though no interface declares it.
 */
import { type ElementIndex, indexElements } from "@freehold/interfaces";
import type { Consume, SymbolUse } from "@freehold/model";
import type { Portfolio, ScopeMask } from "@freehold/portfolio";

export interface ConsumerUse {
  /** The unit that uses it. */
  readonly unit: string;
  readonly consume: Consume;
  /** Absent where the source names no symbol: the whole interface may be used. */
  readonly use?: SymbolUse;
}

export interface UsedInterface {
  /** By id of the element. */
  readonly users: ReadonlyMap<string, readonly ConsumerUse[]>;
  /** Who depends on the unit without naming what: any element may be theirs. */
  readonly whole: readonly ConsumerUse[];
  /** Names used that are no element. */
  readonly undeclared: readonly ConsumerUse[];
}

/** What other units use of a unit's interfaces, by default at run time; the elements may be of another revision. */
export function usedInterface(
  unit: string,
  interfaces: readonly {
    readonly kind: string;
    readonly elements: readonly { readonly id: string; readonly of?: string | undefined }[];
  }[],
  portfolio: Portfolio,
  scopes?: ScopeMask,
): UsedInterface {
  const indexes = interfaces.map(({ kind, elements }) => indexElements(kind, elements));
  const users = new Map<string, ConsumerUse[]>();
  const whole: ConsumerUse[] = [];
  const undeclared: ConsumerUse[] = [];
  for (const edge of portfolio.dependents(unit, scopes)) {
    for (const { consume } of edge.uses) {
      if (consume.symbolUses === undefined) {
        whole.push({ unit: edge.from, consume });
        continue;
      }
      for (const use of consume.symbolUses) {
        const by: ConsumerUse = { unit: edge.from, consume, use };
        const matched = matchesOf(indexes, consume, use);
        if (matched === undefined) whole.push(by);
        else if (matched.length === 0) undeclared.push(by);
        for (const id of matched ?? []) append(users, id, by);
      }
    }
  }
  return { users, whole, undeclared };
}

/** Ids of elements; empty: declared nowhere; undefined: no kind here knows such names. */
function matchesOf(indexes: readonly ElementIndex[], { id }: Consume, use: SymbolUse): string[] | undefined {
  let known = false;
  const ids: string[] = [];
  for (const index of indexes) {
    const match = index.match({ id, from: use.from, symbol: use.symbol });
    if (match === undefined) continue;
    known = true;
    ids.push(...match.elements);
  }
  return known ? ids : undefined;
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
