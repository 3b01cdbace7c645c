import type { Check } from "../../check.ts";
import { atMost, notApplicable } from "../../outcome.ts";

/** One name for two things: which one a user gets is chance. */
export const providesAlone: Check = {
  name: "provides-alone",
  title: "Nobody else provides what it provides",
  looksAt:
    "Names in registries of its source units (packages, images) that source units of another product provide too.",
  mend: "Keep one of the two, and let the other use it or take another name.",
  source: "Doctrine D7; S12.",
  thresholds: { names: "Such identifiers at most." },
  effort: "days",
  run({ product, units, portfolio, threshold, at }) {
    const names = units.flatMap((unit) =>
      unit.provides.filter(({ id }) => id.startsWith("pkg:")).map(({ id }) => ({ id, unit })),
    );
    if (names.length === 0) return notApplicable("It provides nothing under a name that could be taken twice.");
    const twice = names.flatMap(({ id, unit }) => {
      const other = portfolio
        .providers()
        .get(id)
        ?.find(({ product: by }) => by.id !== product.id);
      return other === undefined ? [] : [{ id, unit, other }];
    });
    const shown =
      twice.length > 0
        ? twice.slice(0, 5).flatMap(({ id, unit, other }) => [
            at(unit.manifest ?? unit.path, undefined, id),
            {
              repository: other.unit.repository,
              path: other.unit.manifest ?? other.unit.path,
              detail: `${id}, of ${other.product.slug}`,
            },
          ])
        : names.slice(0, 2).map(({ id, unit }) => at(unit.manifest ?? unit.path, undefined, id));
    return atMost(
      twice.length,
      threshold("names"),
      `${twice.length} of ${names.length} names are provided by another product too.`,
      shown,
    );
  },
};
