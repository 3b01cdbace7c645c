import { distance } from "fastest-levenshtein";
import type { DriftSubject } from "../subject.ts";

/** What it serves may be a goal, or lie elsewhere: only what is nearly the name of a product of its repository is taken for one. */
export const serves: DriftSubject = {
  id: "serves",
  lines({ charter, product, portfolio, charterAt }) {
    const file = product.charter;
    if (file === undefined) return [];
    return (charter?.serves ?? []).flatMap((said, index) => {
      if (portfolio.named.has(said) || portfolio.named.has(said.toLowerCase())) return [];
      const near = portfolio
        .factsIn(product.repositories[0] ?? "")
        .flatMap((one) => portfolio.products.get(one.product) ?? []);
      const meant = near.find(
        ({ slug, id }) => id !== product.id && distance(slug, said.toLowerCase()) <= Math.floor(said.length / 5),
      );
      if (meant === undefined) return [];
      return [
        {
          declared: `serves ${said}`,
          observed: `there is no ${said}, but ${meant.slug}`,
          evidence: [charterAt("serves", said)],
          mend: `Write ${meant.slug} under \`serves\` in ${file}.`,
          edit: { kind: "charter", file, op: "replace", at: ["serves", index], value: meant.slug },
        },
      ];
    });
  },
};
