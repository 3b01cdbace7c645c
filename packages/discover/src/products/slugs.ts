/** Slugs: readable, and unique in a snapshot. */
import { kebab, shortName } from "./paths.ts";

/**
 * One slug for each product, in their order: its name without scope or organisation where nobody else has
 * that, then the whole name, then the repository's name in front, then a number.
 */
export function assignSlugs(products: readonly { readonly name: string; readonly repository: string }[]): string[] {
  const short = products.map(({ name }) => kebab(shortName(name)));
  const uses = Map.groupBy(short, (slug) => slug);
  const taken = new Set<string>();
  return products.map(({ name, repository }, index) => {
    const plain = kebab(name) || "product";
    const own = short[index] ?? "";
    const candidates = [plain, `${kebab(repository)}-${plain}`];
    if (own !== "" && uses.get(own)?.length === 1) candidates.unshift(own);
    const free = candidates.find((candidate) => !taken.has(candidate)) ?? numbered(plain, taken);
    taken.add(free);
    return free;
  });
}

function numbered(plain: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${plain}-${number}`)) number++;
  return `${plain}-${number}`;
}
