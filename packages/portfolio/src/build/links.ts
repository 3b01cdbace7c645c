/** Joins every consume to the unit that provides it, or to the outside. */
import type { Unit } from "@freehold/model";
import type { Links } from "../digraph.ts";
import { effectiveScope } from "../scopes.ts";
import { type Providers, resolveProvider } from "./providers.ts";

/** Consumes that nobody here provides: `unit[i]` names `identifiers[identifier[i]]` in its consume `consume[i]`. */
export interface ExternalLinks {
  readonly count: number;
  readonly identifiers: readonly string[];
  readonly unit: Uint32Array;
  readonly consume: Uint32Array;
  readonly identifier: Uint32Array;
  readonly scopes: Uint8Array;
}

export interface Joined {
  readonly links: Links;
  readonly externals: ExternalLinks;
}

export function joinConsumes(units: readonly Unit[], providers: Providers): Joined {
  const total = units.reduce((sum, unit) => sum + unit.consumes.length, 0);
  const internal = {
    unit: new Uint32Array(total),
    consume: new Uint32Array(total),
    provider: new Uint32Array(total),
    scopes: new Uint8Array(total),
    weight: new Float64Array(total),
  };
  const external = {
    unit: new Uint32Array(total),
    consume: new Uint32Array(total),
    identifier: new Uint32Array(total),
    scopes: new Uint8Array(total),
  };
  const names = new Map<string, number>();
  let inside = 0;
  let outside = 0;
  for (const [index, unit] of units.entries()) {
    for (const [place, consume] of unit.consumes.entries()) {
      const scope = effectiveScope(unit, consume);
      const provider = resolveProvider(units, providers, index, consume.id);
      if (provider === index) continue;
      if (provider >= 0) {
        internal.unit[inside] = index;
        internal.consume[inside] = place;
        internal.provider[inside] = provider;
        internal.scopes[inside] = scope;
        internal.weight[inside++] = Math.max(1, consume.uses ?? 1);
      } else {
        external.unit[outside] = index;
        external.consume[outside] = place;
        external.identifier[outside] = intern(names, consume.id);
        external.scopes[outside++] = scope;
      }
    }
  }
  return {
    links: {
      count: inside,
      unit: internal.unit.slice(0, inside),
      consume: internal.consume.slice(0, inside),
      provider: internal.provider.slice(0, inside),
      scopes: internal.scopes.slice(0, inside),
      weight: internal.weight.slice(0, inside),
    },
    externals: {
      count: outside,
      identifiers: [...names.keys()],
      unit: external.unit.slice(0, outside),
      consume: external.consume.slice(0, outside),
      identifier: external.identifier.slice(0, outside),
      scopes: external.scopes.slice(0, outside),
    },
  };
}

function intern(names: Map<string, number>, name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  names.set(name, names.size);
  return names.size - 1;
}
