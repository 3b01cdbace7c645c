/**
 * Which consumes count. A scope is a bit, so that an edge made of several consumes carries all of its
 * scopes in one byte and a question filters edges with one `&`.
 */
import type { Consume, Unit } from "@freehold/model";

type Scope = Consume["scope"];

const SCOPE_BIT: Readonly<Record<Scope, number>> = {
  runtime: 1,
  peer: 2,
  optional: 4,
  build: 8,
  development: 16,
  test: 32,
};

/** A set of scopes as bits. */
export type ScopeMask = number;

export function scopeMask(scopes: readonly Scope[]): ScopeMask {
  return scopes.reduce((mask, scope) => mask | SCOPE_BIT[scope], 0);
}

export function scopesOf(mask: ScopeMask): Scope[] {
  const scopes: readonly Scope[] = ["runtime", "peer", "optional", "build", "development", "test"];
  return scopes.filter((scope) => (mask & SCOPE_BIT[scope]) !== 0);
}

export const EVERY_SCOPE: ScopeMask = 63;

/** What whoever uses a product gets with it: development and test dependencies stay behind. */
export const SHIPPED: ScopeMask = scopeMask(["runtime", "peer", "optional", "build"]);

/**
 * The scope a consume has in the graph. What an example, a fixture or a test uses is used to try things
 * out, whatever its manifest calls it, and must not raise anybody's reach. Nor must what a unit only offers to
 * install along with it: that is kept by whoever develops it, and breaks nobody else.
 */
export function effectiveScope(unit: Unit, { scope, optIn }: Pick<Consume, "scope" | "optIn">): ScopeMask {
  if (TRIAL_ROLES.has(unit.role)) return SCOPE_BIT.test;
  return optIn === true ? SCOPE_BIT.development : SCOPE_BIT[scope];
}

const TRIAL_ROLES: ReadonlySet<Unit["role"]> = new Set(["example", "fixture", "test", "template"]);
