/** What a standard would change on a real portfolio, before it applies: both are applied and compared. */
import { assess, type CompiledStandard, shippedStandard } from "@freehold/assess";
import type { ProductAssessment, Snapshot, StandardPreview } from "@freehold/model";

type Change = StandardPreview["changes"][number];

/** Less than this is rounding: half a point of a hundred. */
const LEAST = 0.005;

/** `against` is the standard in force; default: the one that Freehold ships. */
export function previewStandard(
  snapshot: Snapshot,
  proposed: CompiledStandard,
  against: CompiledStandard = shippedStandard(),
): StandardPreview {
  const before = new Map(assess(snapshot, against).products.map((product) => [product.product, product]));
  const after = assess(snapshot, proposed).products;
  const changes = after.map((product) => changeOf(before.get(product.product), product));
  return {
    standard: { name: proposed.name, version: proposed.version },
    against: { name: against.name, version: against.version },
    products: after.length,
    changes: changes
      .filter(({ direction, failing, mended }) => direction !== "same" || failing.length + mended.length > 0)
      .sort((a, b) => lossOf(b) - lossOf(a) || (a.slug < b.slug ? -1 : 1)),
  };
}

function changeOf(before: ProductAssessment | undefined, after: ProductAssessment): Change {
  const failedBefore = failedIn(before);
  const failedAfter = failedIn(after);
  const change = (after.score ?? 0) - (before?.score ?? 0);
  return {
    product: after.product,
    slug: after.slug,
    direction: change < -LEAST ? "falls" : change > LEAST ? "rises" : "same",
    ...(before?.score === undefined ? {} : { before: before.score }),
    ...(after.score === undefined ? {} : { after: after.score }),
    failing: [...failedAfter].filter(([id]) => !failedBefore.has(id)).map(([check, detail]) => ({ check, detail })),
    mended: [...failedBefore.keys()].filter((id) => !failedAfter.has(id)),
  };
}

function failedIn(product: ProductAssessment | undefined): ReadonlyMap<string, string> {
  const checks = product?.characteristics.flatMap((one) => one.checks) ?? [];
  return new Map(checks.filter(({ result }) => result === "failed").map(({ check, detail }) => [check, detail]));
}

function lossOf({ before = 0, after = 0 }: Change): number {
  return before - after;
}
