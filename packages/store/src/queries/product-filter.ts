/** What lists, counts and facets can be narrowed by. */
import { type ExpressionBuilder, type ExpressionWrapper, sql, type SqlBool } from "kysely";
import { FINDING_BITS } from "../ingest/product-facts.ts";
import type { OwnedSchema } from "../scope.ts";

export interface ProductFilter {
  readonly kind?: readonly string[];
  readonly provenance?: readonly string[];
  /** `""` is: no stage is stated. */
  readonly stage?: readonly string[];
  readonly hidden?: boolean;
  readonly owned?: boolean;
  readonly violating?: boolean;
  readonly finding?: string;
  readonly owner?: string;
  /** Key of a repository, from `findRepository`. */
  readonly repository?: number;
  /** Id of the product that they are part of. */
  readonly partOf?: string;
  /** A field of `custom_field` and its value. */
  readonly custom?: { readonly name: string; readonly value: string };
}

/** Filters that the cube knows; with only these, counting adds up a few rows. */
export const CUBE_FILTERS: ReadonlySet<string> = new Set([
  "kind",
  "provenance",
  "stage",
  "hidden",
  "owned",
  "violating",
  "finding",
]);

type Builder = ExpressionBuilder<OwnedSchema, "product">;
type Condition = ExpressionWrapper<OwnedSchema, "product", SqlBool>;

/** The filter as one condition on `product`. */
export function matches(filter: ProductFilter): (expression: Builder) => Condition {
  return (expression) => {
    const all: Condition[] = [];
    for (const name of ["kind", "provenance", "stage"] as const) {
      const wanted = filter[name];
      if (wanted !== undefined) all.push(expression(name, "in", wanted));
    }
    if (filter.hidden !== undefined) all.push(expression("hidden", "=", filter.hidden ? 1 : 0));
    if (filter.owned !== undefined) all.push(expression("owner_id", filter.owned ? "is not" : "is", null));
    if (filter.violating !== undefined) all.push(expression("violations", filter.violating ? ">" : "=", 0));
    if (filter.finding !== undefined) {
      all.push(expression(sql<number>`findings & ${FINDING_BITS[filter.finding] ?? 0}`, "<>", 0));
    }
    if (filter.owner !== undefined) all.push(expression("owner_id", "=", filter.owner));
    if (filter.partOf !== undefined) all.push(expression("part_of", "=", filter.partOf));
    if (filter.repository !== undefined) {
      const inside = expression
        .selectFrom("product_repository")
        .select("product_repository.product")
        .where("product_repository.repository", "=", filter.repository);
      all.push(expression("key", "in", inside));
    }
    if (filter.custom !== undefined) {
      const tagged = expression
        .selectFrom("custom_field")
        .select("custom_field.product")
        .where("custom_field.name", "=", filter.custom.name)
        .where("custom_field.value", "=", filter.custom.value);
      all.push(expression("key", "in", tagged));
    }
    return expression.and(all);
  };
}
