/** Slugs: readable, and unique in a snapshot. */
import { kebab } from "./paths.ts";

/** One slug for each product, in their order; whoever comes later gets the repository's name in front, then a number. */
export function assignSlugs(products: readonly { readonly name: string; readonly repository: string }[]): string[] {
  const taken = new Set<string>();
  return products.map(({ name, repository }) => {
    const plain = kebab(name) || "product";
    const candidates = [plain, `${kebab(repository)}-${plain}`];
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
