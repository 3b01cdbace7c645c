/** What lists, counts and facets can be narrowed by. */
import { type ExpressionBuilder, type ExpressionWrapper, sql, type SqlBool } from "kysely";
import { FINDING_BITS } from "../ingest/product-facts.ts";
import type { OwnedSchema } from "../scope.ts";

export const OWNERSHIP_STATES = ["owned", "unowned", "left", "disagreement"] as const;
export type OwnershipState = (typeof OWNERSHIP_STATES)[number];

export const HAS_STATES = ["violations", "problems", "dependents"] as const;
export type HasState = (typeof HAS_STATES)[number];

export interface ProductFilter {
  readonly kind?: readonly string[];
  readonly provenance?: readonly string[];
  /** `""` is: no stage is stated. */
  readonly stage?: readonly string[];
  readonly hidden?: boolean;
  readonly owned?: boolean;
  readonly violating?: boolean;
  readonly finding?: string;
  /** Any of these holds. */
  readonly ownership?: readonly OwnershipState[];
  /** Any of these it has. */
  readonly has?: readonly HasState[];
  /** Stage as declared, else as observed; `""`: none is known. */
  readonly standing?: readonly string[];
  /** Products that were not assessed yet are in neither. */
  readonly steady?: boolean;
  readonly action?: readonly string[];
  /** What a search finds, by key; see `foundKeys`. */
  readonly keys?: readonly number[];
  readonly owner?: string;
  /** Keys of repositories, from `findRepository`; any of them. */
  readonly repositories?: readonly number[];
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
  "ownership",
  "has",
  "standing",
  "steady",
  "action",
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
    if (filter.ownership !== undefined) {
      all.push(expression.or(filter.ownership.map((state) => ownershipIs(expression, state))));
    }
    if (filter.has !== undefined) all.push(expression.or(filter.has.map((what) => expression(what, ">", 0))));
    if (filter.standing !== undefined) {
      all.push(expression(sql<string>`coalesce(standing, '')`, "in", filter.standing));
    }
    if (filter.steady !== undefined) all.push(expression("steady", "=", filter.steady ? 1 : 0));
    if (filter.action !== undefined) all.push(expression("action", "in", filter.action));
    if (filter.keys !== undefined) all.push(expression("key", "in", filter.keys));
    if (filter.owner !== undefined) all.push(expression("owner_id", "=", filter.owner));
    if (filter.partOf !== undefined) all.push(expression("part_of", "=", filter.partOf));
    if (filter.repositories !== undefined) {
      const inside = expression
        .selectFrom("product_repository")
        .select("product_repository.product")
        .where("product_repository.repository", "in", filter.repositories);
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

function ownershipIs(expression: Builder, state: OwnershipState): Condition {
  if (state === "owned") return expression("owner_id", "is not", null);
  if (state === "unowned") return expression("owner_id", "is", null);
  return expression(sql<number>`findings & ${FINDING_BITS[OWNERSHIP_FINDING[state]] ?? 0}`, "<>", 0);
}

export const OWNERSHIP_FINDING = { left: "owner-left", disagreement: "declared-disagrees" } as const;
