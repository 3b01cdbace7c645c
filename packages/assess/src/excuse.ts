/**
 * What people say instead of a check: an exemption in the standard, or in the charter that it makes no
 * sense. Both give a reason and a last day; after it the check speaks again.
 */
import type { ProductContext } from "./context/product-context.ts";
import type { CompiledStandard } from "./standard/compiled.ts";

export interface Excuse {
  readonly by: "exemption" | "makes-no-sense";
  readonly reason: string;
  readonly expires: string;
  readonly path?: string;
}

export function excuseOf(check: string, context: ProductContext, standard: CompiledStandard): Excuse | undefined {
  const { product, charter } = context;
  const covers = (pattern: string) =>
    pattern === check || (pattern.endsWith("/*") && check.startsWith(pattern.slice(0, -1)));
  if (charter?.notApplicable === undefined && standard.exemptions.length === 0) return undefined;
  const today = new Date(context.portfolio.asOf).toISOString().slice(0, 10);
  const lasts = (expires: string) => expires >= today;
  const said = charter?.notApplicable?.find((one) => covers(one.check) && lasts(one.expires));
  if (said !== undefined) {
    return {
      by: "makes-no-sense",
      reason: said.reason,
      expires: said.expires,
      path: product.charter ?? "product.yaml",
    };
  }
  const exempt = standard.exemptions.find(
    (one) => covers(one.check) && [product.slug, product.id, "*"].includes(one.product) && lasts(one.expires),
  );
  if (exempt === undefined) return undefined;
  return { by: "exemption", reason: exempt.reason, expires: exempt.expires, path: standard.path };
}
