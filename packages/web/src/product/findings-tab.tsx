import type { ProductDetail } from "@freehold/model";
import { ProblemItem, ViolationItem } from "../problems/finding-items.tsx";
import { EmptyState } from "../ui/index.ts";

/** Boundaries that it does not keep, and what of it could not be read. */
export function FindingsTab({ detail }: { readonly detail: ProductDetail }) {
  const { violations, problems, product } = detail;
  if (violations.length + problems.length === 0) {
    return (
      <EmptyState title="Nothing found">
        {product.name} keeps its boundaries, and everything of it could be read.
      </EmptyState>
    );
  }
  return (
    <ul className="findings">
      {violations.map((violation, place) => (
        <ViolationItem key={`${place}${violation.rule}`} violation={violation} />
      ))}
      {problems.map((problem, place) => (
        <ProblemItem key={`${place}${problem.code}`} problem={problem} />
      ))}
    </ul>
  );
}
