/**
 * From the name that is imported to the distribution that brings it.
 *
 * Nothing in the source says it (`import yaml` is brought by PyYAML), so the distributions that the
 * manifests declare are compared with the import by general rules; where none fits, the import's own
 * name stands for the package.
 */
import { packageIdentifier } from "@freehold/model";

const PYPI = "pkg:pypi/";

export type Match =
  /** With how many parts of the module's name it covers. */
  | { readonly kind: "one"; readonly id: string; readonly parts: number }
  /** A namespace that several of the declared share. */
  | { readonly kind: "several"; readonly names: readonly string[] };

/** The declared distribution that fits best. */
export function matchDistribution(module: readonly string[], declared: readonly string[]): Match | undefined {
  const names = new Map(
    declared.filter((id) => id.startsWith(PYPI)).map((id) => [normalise(id.slice(PYPI.length)), id]),
  );
  for (let parts = Math.min(module.length, 6); parts > 0; parts--) {
    const id = names.get(normalise(module.slice(0, parts).join("-")));
    if (id !== undefined) return { kind: "one", id, parts };
  }
  const top = normalise(module[0] ?? "");
  const affixed = [`python-${top}`, `py${top}`, `py-${top}`, `${top}-python`, `${top}-py`, `${top}2`, `${top}-binary`];
  const known = affixed.map((name) => names.get(name)).find((id) => id !== undefined);
  if (known !== undefined) return { kind: "one", id: known, parts: 1 };
  const longer = [...names].filter(([name]) => name.startsWith(`${top}-`));
  const [only] = longer;
  if (only === undefined) return undefined;
  return longer.length === 1
    ? { kind: "one", id: only[1], parts: 1 }
    : { kind: "several", names: longer.map(([name]) => name) };
}

export function distributionNamed(top: string): string {
  return packageIdentifier("pypi", normalise(top));
}

/** As the packaging specification compares names. */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
