/** Violations and problems of a product. */
import type { Problem, Violation } from "@freehold/model";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { locateProduct } from "./find-product.ts";

export interface Findings {
  readonly violations: readonly Violation[];
  readonly problems: readonly Problem[];
}

/** Undefined where there is no such product. */
export async function findingsOf(scope: Scope, name: string): Promise<Findings | undefined> {
  const located = await locateProduct(scope, name);
  if (located === undefined) return undefined;
  const rows = await scope.db
    .selectFrom("finding")
    .select(["kind", "doc"])
    .where("product", "=", located.key)
    .execute();
  const docOf = (kind: string) => rows.find((row) => row.kind === kind)?.doc;
  const [violations, problems] = [docOf("violation"), docOf("problem")];
  return {
    violations: violations === undefined ? [] : (unpack(violations) as Violation[]),
    problems: problems === undefined ? [] : (unpack(problems) as Problem[]),
  };
}
