/** The evidence of an edge: what one product's units consume of another's, and where that can be seen. */
import type { Unit, Use } from "@freehold/model";
import { readDocuments } from "../documents.ts";
import type { Scope } from "../scope.ts";
import { locateProduct } from "./find-product.ts";

/** Undefined where one of the two is not there; empty where the first does not use the second. */
export async function usesBetween(scope: Scope, from: string, to: string): Promise<Use[] | undefined> {
  const source = await locateProduct(scope, from);
  const target = await locateProduct(scope, to);
  if (source === undefined || target === undefined) return undefined;
  const rows = await scope.db
    .selectFrom("unit as consumer")
    .innerJoin("consume", "consume.unit", "consumer.key")
    .innerJoin("unit as provider", "provider.key", "consume.provider")
    .innerJoin("identifier", "identifier.key", "consume.identifier")
    .select(["consumer.key", "identifier.value"])
    .where("consumer.product", "=", source.key)
    .where("provider.product", "=", target.key)
    .execute();
  if (rows.length === 0) return [];
  const wanted = new Map<number, Set<string>>();
  for (const { key, value } of rows) wanted.set(key, (wanted.get(key) ?? new Set()).add(value));
  const docs = await scope.db
    .selectFrom("unit")
    .select(["key", "doc"])
    .where("key", "in", [...wanted.keys()])
    .execute();
  const units = await readDocuments<Unit>(
    scope,
    docs.map(({ doc }) => doc),
  );
  return units.flatMap((unit, at) => {
    const key = docs[at]?.key ?? 0;
    return unit.consumes
      .filter(({ id }) => wanted.get(key)?.has(id) === true)
      .map((consume) => ({
        ...consume,
        evidence: consume.evidence.map((item) => ({ ...item, repository: item.repository ?? unit.repository })),
        unit: { id: unit.id, name: unit.name },
      }));
  });
}
