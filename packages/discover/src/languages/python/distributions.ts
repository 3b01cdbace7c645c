/**
 * From the name that is imported to the distribution that brings it.
 *
 * Nothing in the source says it (`import yaml` is brought by PyYAML), so the distributions that the
 * manifests declare are compared with the import by general rules; where none fits, the import's own
 * name stands for the package.
 */
import { packageIdentifier } from "@freehold/model";

const PYPI = "pkg:pypi/";

/** The declared identifier that fits best, with how many parts of the module's name it covers. */
export function matchDistribution(
  module: readonly string[],
  declared: readonly string[],
): { readonly id: string; readonly parts: number } | undefined {
  const names = new Map(
    declared.filter((id) => id.startsWith(PYPI)).map((id) => [normalise(id.slice(PYPI.length)), id]),
  );
  for (let parts = Math.min(module.length, 6); parts > 0; parts--) {
    const id = names.get(normalise(module.slice(0, parts).join("-")));
    if (id !== undefined) return { id, parts };
  }
  const top = normalise(module[0] ?? "");
  const affixed = [`python-${top}`, `py${top}`, `py-${top}`, `${top}-python`, `${top}-py`, `${top}2`, `${top}-binary`];
  const known = affixed.map((name) => names.get(name)).find((id) => id !== undefined);
  const longer = [...names].filter(([name]) => name.startsWith(`${top}-`));
  const id = known ?? (longer.length === 1 ? longer[0]?.[1] : undefined);
  return id === undefined ? undefined : { id, parts: 1 };
}

export function distributionNamed(top: string): string {
  return packageIdentifier("pypi", normalise(top));
}

/** As the packaging specification compares names. */
function normalise(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
