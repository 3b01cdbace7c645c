import type { Check } from "../../check.ts";
import { failed, notApplicable, passed } from "../../outcome.ts";

/** Everything serves the organisation's mission, directly or through something else: the link is stated. */
export const purposeLinked: Check = {
  name: "purpose-linked",
  title: "It says which product or goal it serves",
  looksAt:
    "`serves` in its charter, and whether a product of that name exists. What is part of another product, or lies in its folder, serves that.",
  mend: "Name under `serves` in its product.yaml the product or goal that it exists for.",
  source: "Doctrine S8: a tree of purpose from the mission to every product.",
  effort: "minutes",
  step: "charter",
  run({ product, charter, charterAt, missing, portfolio, parts }) {
    if (portfolio.alone) {
      return notApplicable("It is the only product here: there is nothing that it could serve.");
    }
    const serves = charter?.serves ?? [];
    const found = serves.flatMap((name) => portfolio.named.get(name) ?? portfolio.named.get(name.toLowerCase()) ?? []);
    if (found.some(({ id }) => id !== product.id))
      return passed(`It serves ${found.map(({ name }) => name).join(", ")}.`, [charterAt("serves", serves.join(", "))]);
    if (serves.length > 0)
      return passed(`It serves ${serves.join(", ")}, which is no product here: taken for a goal.`, [
        charterAt("serves", serves.join(", ")),
      ]);
    const whole = portfolio.around(product);
    if (whole !== undefined) {
      const said =
        product.partOf === undefined ? `It lies in the folder of ${whole.name}.` : `It is part of ${whole.name}.`;
      return passed(said, product.reasons.slice(0, 1));
    }
    if (parts.length > 0)
      return passed(`${parts.length} products are parts of it.`, [
        {
          detail: parts
            .slice(0, 5)
            .map(({ slug }) => slug)
            .join(", "),
        },
      ]);
    return failed("Nothing says what it serves.", [
      charter === undefined ? missing("no charter") : charterAt("serves"),
    ]);
  },
};
