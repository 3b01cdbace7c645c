/**
 * Which unit an identifier means. Most identifiers have one provider; where several claim the same, the
 * one nearest to the consumer is meant, as a package manager would resolve it.
 */
import type { Unit } from "@freehold/model";

/** Identifier to the units that provide it; a number where there is one, which is nearly always. */
export type Providers = ReadonlyMap<string, number | readonly number[]>;

export function indexProviders(units: readonly Unit[]): Providers {
  const providers = new Map<string, number | number[]>();
  for (const [index, unit] of units.entries()) {
    for (const provide of unit.provides) {
      const before = providers.get(provide.id);
      if (before === undefined) providers.set(provide.id, index);
      else if (typeof before !== "number") {
        if (before.at(-1) !== index) before.push(index);
      } else if (before !== index) providers.set(provide.id, [before, index]);
    }
  }
  return providers;
}

/** The unit that a consumer gets when it names an identifier; -1: it comes from outside. */
export function resolveProvider(
  units: readonly Unit[],
  providers: Providers,
  consumer: number,
  identifier: string,
): number {
  const found = providers.get(identifier);
  if (found === undefined) return -1;
  if (found === consumer) return consumer;
  const from = units[consumer];
  if (from === undefined) return -1;
  if (typeof found === "number") return canProvide(from, units[found], surroundings) ? found : -1;
  if (found.includes(consumer)) return consumer;
  let best = -1;
  for (const candidate of found) {
    if (!canProvide(from, units[candidate], surroundings)) continue;
    if (best < 0 || compareNearness(from, units[candidate], units[best]) < 0) best = candidate;
  }
  return best;
}

/** What of a unit decides whom it gets and who gets it. */
type Facts = Pick<Unit, "id" | "repository" | "role" | "path" | "published">;

export interface ProviderFacts extends Facts {
  /** Of a vendored unit, `surroundings`. */
  readonly surroundings: string;
}

/**
 * The one of several providers of an identifier that a consumer gets; itself where it is among them,
 * undefined where it comes from outside. For whoever keeps the join elsewhere and asks one at a time.
 */
export function chooseProvider<T extends ProviderFacts>(consumer: T, candidates: readonly T[]): T | undefined {
  const own = candidates.find(({ id }) => id === consumer.id);
  if (own !== undefined) return own;
  let best: T | undefined;
  for (const candidate of candidates) {
    if (!canProvide(consumer, candidate, around)) continue;
    if (best === undefined || compareNearness(consumer, candidate, best) < 0) best = candidate;
  }
  return best;
}

function around({ surroundings }: ProviderFacts): string {
  return surroundings;
}

/** Whether consumers anywhere may get it: where it is alone, everybody does. */
export function isOpenToAll({ role }: Pick<Unit, "role">): boolean {
  return role === "source" || role === "generated";
}

/**
 * Fixtures and templates carry names of real packages; only their own surroundings mean them. The
 * `react` of a fixture is not what a source unit depends on, whatever it is called.
 */
function canProvide<T extends Facts>(
  consumer: Facts,
  provider: T | undefined,
  placeOf: (provider: T) => string,
): boolean {
  if (provider === undefined) return false;
  if (isOpenToAll(provider)) return true;
  if (provider.repository !== consumer.repository) return false;
  if (provider.role === "test") return true;
  if (provider.role === "vendored") return isBelow(consumer.path, placeOf(provider));
  return consumer.role !== "source" && areNeighbours(consumer.path, provider.path);
}

/**
 * The folder that a copy of foreign code is there for: the one that holds `vendor` or `node_modules`, as
 * package managers look for such folders from the importing file upwards. The folder's name was what gave the
 * unit its role, so it is in its evidence; without it, the whole repository.
 */
export function surroundings({ evidence }: Pick<Unit, "evidence">): string {
  const folder = evidence.find(({ rule }) => rule === "units.folder-name")?.path ?? "";
  return folder.slice(0, Math.max(0, folder.lastIndexOf("/")));
}

function isBelow(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** Whether two folders can be members of one small workspace: `x/packages/a` sees `x/packages/b` and `x`. */
function areNeighbours(consumer: string, provider: string): boolean {
  const depth = provider.split("/").length;
  return sharedFolders(consumer, provider) >= Math.max(1, depth - 2);
}

/** Negative when `a` is the nearer one: same repository, same role, published, nearest folder, then the id. */
function compareNearness(from: Facts, a: Facts | undefined, b: Facts | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    order(a, b, (unit) => unit.repository === from.repository) ||
    order(a, b, (unit) => unit.role === from.role) ||
    order(a, b, (unit) => unit.published !== false) ||
    sharedFolders(from.path, b.path) - sharedFolders(from.path, a.path) ||
    a.path.length - b.path.length ||
    (a.id < b.id ? -1 : 1)
  );
}

function order(a: Facts, b: Facts, holds: (unit: Facts) => boolean): number {
  return Number(holds(b)) - Number(holds(a));
}

function sharedFolders(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  let shared = 0;
  while (shared < left.length && left[shared] === right[shared]) shared++;
  return shared;
}
