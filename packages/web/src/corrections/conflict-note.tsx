/** While somebody fills a form in, another may change the product: what changed is shown, and the person decides. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { keptProductQuery, type ListedProduct } from "./queries.ts";

interface ConflictNoteProps {
  readonly product: string;
  readonly seen: ListedProduct;
  /** Given the version that the correction is for: the one that the person has seen. */
  readonly children: (version: number) => ReactNode;
}

const FIELDS = [
  ["name", "Name"],
  ["slug", "Slug"],
  ["mission", "Mission"],
  ["stage", "Stage"],
  ["kind", "Kind"],
  ["provenance", "Known by"],
  ["gone", "Gone"],
] as const;

export function ConflictNote({ product, seen, children }: ConflictNoteProps) {
  const [known, setKnown] = useState(seen);
  const { data } = useQuery({ ...keptProductQuery(product), refetchInterval: 3000 });
  const now = data?.row ?? known;
  const changed = now.version !== known.version;
  return (
    <>
      {changed && (
        <div className="conflict" role="alert">
          <p>Somebody changed this product while you were here:</p>
          <ul>
            {differences(known, now).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <button type="button" className="button" onClick={() => setKnown(now)}>
            I have seen it; go on with mine
          </button>
        </div>
      )}
      {children(known.version)}
    </>
  );
}

function differences(before: ListedProduct, after: ListedProduct): readonly string[] {
  const lines = FIELDS.flatMap(([field, label]) =>
    before[field] === after[field] ? [] : [`${label}: ${before[field] ?? "nothing"} → ${after[field] ?? "nothing"}`],
  );
  const owners = [before.owner?.name ?? "nobody", after.owner?.name ?? "nobody"];
  if (owners[0] !== owners[1]) lines.push(`Owner: ${owners[0]} → ${owners[1]}`);
  return lines.length > 0 ? lines : ["Something that this form does not show; the history has it."];
}
