/** Others that do not keep its boundary. */
import type { ViolationRow } from "@freehold/model";
import { formatQuantity } from "../format/format.ts";
import { ViolationItem } from "../problems/finding-items.tsx";

export function Violations({ violations }: { readonly violations: readonly ViolationRow[] }) {
  if (violations.length === 0) return null;
  return (
    <details className="against">
      <summary>{formatQuantity(violations.length, "violation")} of its boundary by others</summary>
      <ul>
        {violations.map((violation, place) => (
          <ViolationItem key={`${place}${violation.rule}`} violation={violation} />
        ))}
      </ul>
    </details>
  );
}
