/**
 * Many imports to one fact for each unit and identifier.
 *
 * Files arrive in any order, and the result must not depend on it: sets, sums, and the smallest few places.
 */
import type { Consume, Evidence, SymbolUse } from "@freehold/model";
import type { RawImport } from "../languages/language.ts";
import type { FileScope } from "./scope.ts";

const MAX_SYMBOLS = 200;
const MAX_EVIDENCE = 5;
/** Lines with a comment of ours, of one unit for one thing that it uses. */
const MAX_NOTED = 100;
const MAX_SYMBOL_PLACES = 3;
const STRENGTH: readonly FileScope[] = ["runtime", "development", "test"];

export interface Use {
  readonly unit: string;
  readonly id: string;
  readonly path: string;
  readonly imported: RawImport;
  readonly bypass: boolean;
  readonly scope: FileScope;
  /** A comment is about its line: it is kept beside the first few, so that leaving it out leaves the others. */
  readonly noted?: boolean;
}

interface Place {
  readonly path: string;
  readonly line: number;
  readonly specifier: string;
  readonly bypass: boolean;
}

interface Sum {
  scope: FileScope;
  uses: number;
  /** By scope: what tests need at run time says nothing of what the source does. */
  readonly typeOnly: Map<FileScope, boolean>;
  bypass: boolean;
  readonly symbols: Set<string>;
  readonly places: Place[];
  readonly noted: Place[];
  /** By specifier and name. */
  readonly symbolUses: Map<string, SymbolSum>;
}

interface SymbolSum {
  readonly symbol: string;
  readonly from: string;
  uses: number;
  readonly places: { readonly path: string; readonly line: number }[];
}

export class Aggregate {
  readonly #units = new Map<string, Map<string, Sum>>();

  add({ unit, id, path, imported, bypass, scope, noted }: Use): void {
    const sums = this.#units.get(unit) ?? new Map<string, Sum>();
    this.#units.set(unit, sums);
    const sum = sums.get(id) ?? emptySum(scope);
    sums.set(id, sum);
    sum.uses++;
    sum.typeOnly.set(scope, (sum.typeOnly.get(scope) ?? true) && imported.typeOnly === true);
    sum.bypass ||= bypass;
    if (STRENGTH.indexOf(scope) < STRENGTH.indexOf(sum.scope)) sum.scope = scope;
    for (const symbol of imported.used ?? imported.symbols ?? []) addSymbol(sum, symbol, path, imported);
    const place = { path, line: imported.line, specifier: imported.specifier, bypass };
    if (noted === true) sum.noted.push(place);
    else keepFirst(sum.places, place);
  }

  /** By unit; each list sorted by identifier. `declared` is left to the caller. */
  consumes(language: string): ReadonlyMap<string, readonly Consume[]> {
    const result = new Map<string, readonly Consume[]>();
    for (const [unit, sums] of this.#units) {
      const list = [...sums].map(([id, sum]) => consumeOf(id, sum, language));
      result.set(
        unit,
        list.sort((one, other) => (one.id < other.id ? -1 : 1)),
      );
    }
    return result;
  }
}

function emptySum(scope: FileScope): Sum {
  return {
    scope,
    uses: 0,
    typeOnly: new Map(),
    bypass: false,
    symbols: new Set(),
    places: [],
    noted: [],
    symbolUses: new Map(),
  };
}

function addSymbol(sum: Sum, symbol: string, path: string, { specifier, line }: RawImport): void {
  sum.symbols.add(symbol);
  const from = specifier.slice(0, 200);
  const key = `${from}\0${symbol}`;
  const known = sum.symbolUses.get(key) ?? { symbol, from, uses: 0, places: [] };
  sum.symbolUses.set(key, known);
  known.uses++;
  const { places } = known;
  const at = places.findIndex((place) => path < place.path || (path === place.path && line < place.line));
  if (at === -1) places.push({ path, line });
  else places.splice(at, 0, { path, line });
  if (places.length > MAX_SYMBOL_PLACES) places.pop();
}

function symbolUsesOf({ symbolUses }: Sum): SymbolUse[] {
  return [...symbolUses.values()]
    .sort((a, b) => compare(a.symbol, b.symbol) || compare(a.from, b.from))
    .slice(0, MAX_SYMBOLS);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function consumeOf(id: string, sum: Sum, language: string): Consume {
  const symbols = [...sum.symbols].sort();
  const noted = sum.noted.sort((a, b) => (isBefore(a, b) ? -1 : 1)).slice(0, MAX_NOTED);
  const evidence = [...sum.places, ...noted].map(({ path, line, specifier, bypass }): Evidence => ({
    rule: `${language}.${bypass ? "bypass" : "import"}`,
    path,
    line,
    detail: specifier.slice(0, 200),
  }));
  const cut: Evidence[] =
    symbols.length > MAX_SYMBOLS
      ? [{ rule: `${language}.symbols-cut`, detail: `${symbols.length} symbols, the first ${MAX_SYMBOLS} are listed` }]
      : [];
  return {
    id,
    scope: sum.scope,
    declared: false,
    imported: true,
    typeOnly: sum.typeOnly.get(sum.scope) ?? false,
    bypass: sum.bypass,
    ...(symbols.length === 0 ? {} : { symbols: symbols.slice(0, MAX_SYMBOLS), symbolUses: symbolUsesOf(sum) }),
    uses: sum.uses,
    evidence: [...evidence, ...cut],
  };
}

/** The places that go past an entry come first: they are what somebody will have to mend. */
function keepFirst(places: Place[], place: Place): void {
  const last = places[MAX_EVIDENCE - 1];
  if (last !== undefined && !isBefore(place, last)) return;
  const at = places.findIndex((other) => isBefore(place, other));
  places.splice(at === -1 ? places.length : at, 0, place);
  if (places.length > MAX_EVIDENCE) places.pop();
}

function isBefore(one: Place, other: Place): boolean {
  if (one.bypass !== other.bypass) return one.bypass;
  if (one.path !== other.path) return one.path < other.path;
  return one.line === other.line ? one.specifier < other.specifier : one.line < other.line;
}
