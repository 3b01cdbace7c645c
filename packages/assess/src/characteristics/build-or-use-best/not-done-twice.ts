import type { Product } from "@freehold/model";
import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** Two products that say the same of themselves: one of them could use the other, or both a third. */
export const notDoneTwice: Check = {
  name: "not-done-twice",
  title: "No other product of the portfolio says that it does the same",
  looksAt:
    "The words of its mission against those of all others, rare words counting most. Parts of the same whole and products built on the same one, which say the same on purpose, are left out.",
  mend: "Talk to the owner of the product that the evidence names: use it, join the two, or say in both missions where they differ.",
  source: "Doctrine D7 and S12: work done twice is found and proposed as one general product.",
  thresholds: { likeness: "Likeness at most: 1 is the same words." },
  effort: "weeks",
  run({ product, index, dependencies, portfolio, threshold }) {
    if (product.mission === undefined) return unknown("There is no mission to compare.");
    const { graph } = portfolio;
    const rootOf = (id: string) => graph.rootOf[graph.productIndex.get(id) ?? -1];
    const own = rootOf(product.id);
    const base = new Set(dependencies().map(({ id }) => id));
    const related = (other: Product) => {
      const { id } = other;
      const at = graph.productIndex.get(id) ?? -1;
      return (
        rootOf(id) === own ||
        base.has(id) ||
        isAround(portfolio.around, product, id) ||
        isAround(portfolio.around, other, product.id) ||
        portfolio.below(at).some((below) => below === index || base.has(graph.products[below]?.id ?? ""))
      );
    };
    const alike = portfolio
      .likeness()
      .of(product)
      .filter(({ product: other }) => other.hidden !== true && !related(other));
    const [nearest] = alike;
    const share = Math.round((nearest?.share ?? 0) * 100) / 100;
    const measure = { value: share, threshold: threshold("likeness") };
    if (nearest === undefined)
      return passed(
        "No mission shares three words with its own, those of its whole, its parts and what it is built on aside.",
        product.mission.evidence.slice(0, 1),
        measure,
      );
    const seen = [
      {
        ...nearest.product.mission?.evidence[0],
        detail: `${nearest.product.slug}: “${nearest.product.mission?.value.slice(0, 120) ?? ""}”`,
      },
      ...product.mission.evidence.slice(0, 1),
    ];
    const detail = `Nearest is ${nearest.product.slug}, by ${nearest.words.slice(0, 5).join(", ")}.`;
    return (share <= threshold("likeness") ? passed : failed)(detail, seen, measure);
  },
};

/** The manifest at the root of a repository introduces the whole in the words of its main part. */
function isAround(around: (product: Product) => Product | undefined, part: Product, id: string): boolean {
  return around(part)?.id === id;
}
