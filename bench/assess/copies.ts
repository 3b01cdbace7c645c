/** A large portfolio made of copies of small ones. */
import type { Product, ProductFacts, RepositoryFacts, Snapshot, Unit } from "@freehold/model";

/** As many whole copies as it takes to have so many products. */
export function copies(originals: readonly Snapshot[], wanted: number): Snapshot {
  const [first] = originals;
  if (first === undefined) throw new RangeError("nothing to copy");
  const units: Unit[] = [];
  const products: Product[] = [];
  const productFacts: ProductFacts[] = [];
  const repositoryFacts: RepositoryFacts[] = [];
  const repositories: Snapshot["repositories"] = [];
  const violations: Snapshot["violations"] = [];
  for (let copy = 0; products.length < wanted; copy++) {
    const original = originals[copy % originals.length] ?? first;
    const renamed = (name: string) => `${name}~${copy}`;
    const provided = new Set(original.units.flatMap(({ provides }) => provides.map(({ id }) => id)));
    const hub = units[Math.floor(Math.sqrt(copy) * 7) % Math.max(1, units.length)]?.provides[0]?.id;
    for (const unit of original.units) {
      const consumes = unit.consumes.map((one) => (provided.has(one.id) ? { ...one, id: renamed(one.id) } : one));
      if (hub !== undefined) consumes.push({ id: hub, scope: "runtime", declared: true, imported: true, evidence: [] });
      const provides = unit.provides.map((one) => ({ ...one, id: renamed(one.id) }));
      units.push({ ...unit, id: renamed(unit.id), repository: renamed(unit.repository), provides, consumes });
    }
    for (const product of original.products) {
      products.push({
        ...product,
        id: renamed(product.id),
        slug: renamed(product.slug),
        ...(product.partOf === undefined ? {} : { partOf: renamed(product.partOf) }),
        repositories: product.repositories.map(renamed),
        units: product.units.map(renamed),
        paths: product.paths.map((path) => path.replace(":", `~${copy}:`)),
      });
    }
    for (const one of original.repositories) repositories.push({ ...one, id: renamed(one.id) });
    for (const one of original.violations) violations.push({ ...one, from: renamed(one.from) });
    for (const one of original.productFacts ?? []) productFacts.push({ ...one, product: renamed(one.product) });
    for (const one of original.repositoryFacts ?? [])
      repositoryFacts.push({ ...one, repository: renamed(one.repository) });
  }
  return { ...first, units, products, productFacts, repositoryFacts, repositories, violations };
}
