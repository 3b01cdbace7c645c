/** Violations with the products they are about. */
import type { ProductRef, Violation, ViolationRow } from "@freehold/model";
import type { ViewContext } from "./context.ts";
import { productRef } from "./refs.ts";

export function violationRow(context: ViewContext, { from, to, ...rest }: Violation): ViolationRow {
  const source = refOf(context, from);
  const target = refOf(context, to);
  return {
    ...rest,
    ...(source === undefined ? {} : { from: source }),
    ...(target === undefined ? {} : { to: target }),
  };
}

function refOf({ products }: ViewContext, id: string | undefined): ProductRef | undefined {
  const product = id === undefined ? undefined : products.get(id);
  return product === undefined ? undefined : productRef(product);
}
