import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** A relative import of a neighbour works in this checkout and nowhere else. */
export const staysInItsFolder: Check = {
  name: "stays-in-its-folder",
  title: "Nothing in it reaches into a neighbour's folder by path",
  looksAt: "Imports in its source that are written as relative paths and lead to a unit of another product.",
  mend: "Import the neighbour by its name and declare it, or move the file to where it is used.",
  source: "Doctrine D3: anyone can pick it up, outside this repository too.",
  thresholds: { imports: "Such imports at most." },
  effort: "hours",
  run({ product, units, portfolio, threshold, missing }) {
    const own = new Set(product.units);
    const providers = new Set(
      portfolio.units.size === 0
        ? []
        : product.units.flatMap((id) => portfolio.units.get(id)?.provides.map((one) => one.id) ?? []),
    );
    const imported = units.flatMap(({ consumes }) =>
      consumes.filter((one) => one.imported && one.scope !== "test" && one.scope !== "development"),
    );
    if (imported.length === 0)
      return notApplicable("Its source imports nothing, or is in a language whose imports are not read.");
    const reaching = imported
      .filter(({ id }) => !providers.has(id) && !own.has(id))
      .flatMap(({ symbolUses = [] }) =>
        symbolUses.filter(({ from }) => from.startsWith("../") || from.startsWith("./")),
      );
    const evidence = reaching
      .slice(0, 8)
      .flatMap(({ from, places: [place] }) =>
        place === undefined ? [] : [{ repository: product.repositories[0] ?? "", ...place, detail: from }],
      );
    return atMost(
      reaching.length,
      threshold("imports"),
      `${reaching.length} imports reach into another product by path.`,
      evidence.length > 0 ? evidence : [missing(`${imported.length} things imported, none by a path that leaves it`)],
    );
  },
};
