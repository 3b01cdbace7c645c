import type { ListedProduct } from "../api/queries.ts";
import { formatCount, formatQuantity } from "../format/format.ts";

export function FindingsCell({ row }: { readonly row: ListedProduct }) {
  const { violations, problems } = row;
  if (violations + problems === 0) return <span className="zero">0</span>;
  const words = [
    violations > 0 ? formatQuantity(violations, "violation") : undefined,
    problems > 0 ? formatQuantity(problems, "problem") : undefined,
  ];
  return (
    <span className={violations > 0 ? "figure-warn" : undefined} title={words.filter(Boolean).join(", ")}>
      {formatCount(violations + problems)}
    </span>
  );
}
