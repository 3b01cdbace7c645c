import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** A product that is called differently in each file cannot be searched for. */
export const nameAgrees: Check = {
  name: "name-agrees",
  title: "It has one name, and its README carries it",
  looksAt:
    "Whether the title or first paragraph of its README contains its name, slug, an alias, or the name of one of its units.",
  mend: "Put the product's name into the title of its README, or its other name into `aliases` of its charter.",
  source: "Doctrine D5: a name; D1: one thing.",
  effort: "minutes",
  run({ product, units, facts, at }) {
    const readme = facts?.documents.find(({ role }) => role === "readme");
    if (readme === undefined) return unknown("It has no README of its own.");
    const told = [readme.title?.text, readme.lead?.text, ...readme.headings.slice(0, 2).map(({ text }) => text)].join(
      " ",
    );
    const names = [product.name, product.slug, ...product.aliases, ...units.map(({ name }) => name)]
      .map((name) => name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("+")) + 1))
      .filter((name) => plain(name).length > 1);
    const place = readme.title ?? readme.lead;
    const seen = at(readme.path, place?.line, place?.text.slice(0, 120));
    const found = names.find((name) => isTold(name, told));
    if (place === undefined) return unknown("Its README has neither a title nor a paragraph.", [seen]);
    return found === undefined
      ? failed(`Its README never says “${product.name}” where it introduces itself.`, [seen])
      : passed(`Its README carries the name “${found}”.`, [seen]);
  },
};

/** As it is, or by all of its words: `terraform-aws-vpc` is told by “AWS VPC Terraform module”. */
function isTold(name: string, told: string): boolean {
  if (plain(told).includes(plain(name))) return true;
  const words = new Set(told.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const own = name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
  return own.length > 1 && own.every((word) => words.has(word) || words.has(`${word}s`));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
