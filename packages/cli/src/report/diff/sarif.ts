/** The differences of interfaces as results for code scanning. */
import type { Diff, InterfaceChange } from "@freehold/model";
import { sarif } from "../findings/sarif.ts";

const LEVELS = { breaking: "error", unknown: "warning", compatible: "note" } as const;

/** Compatible changes are no findings; the other formats list them. */
export function diffSarif(diff: Diff): unknown {
  return sarif(
    changesOf(diff).map(({ change, product }) => {
      const place = change.after?.evidence ?? change.before?.evidence;
      return {
        rule: change.rule,
        level: LEVELS[change.class],
        message: `${product}: ${change.message}`,
        ...(place?.path === undefined ? {} : { place: { path: place.path, line: place.line } }),
        related: change.hits.flatMap((hit) =>
          hit.places.map(({ path, line }) => ({ path, line, message: `used by ${hit.product}` })),
        ),
        fingerprint: `${change.rule} ${change.element}`,
        ...(change.waived === undefined
          ? {}
          : { suppressed: { kind: "external" as const, reason: change.waived.reason } }),
      };
    }),
  );
}

/** What is breaking or can't be judged, with its product. */
export function changesOf(diff: Diff): readonly { readonly change: InterfaceChange; readonly product: string }[] {
  return diff.products.flatMap(({ product, units }) =>
    units.flatMap(({ changes }) =>
      changes.filter((change) => change.class !== "compatible").map((change) => ({ change, product: product.slug })),
    ),
  );
}
