import type { ListedProduct } from "../api/queries.ts";
import { formatConfidence } from "../format/format.ts";
import { OWNER_FINDINGS, PROVENANCES } from "../format/words.ts";

/** The owner with what makes the answer doubtful. */
export function OwnerCell({ row }: { readonly row: ListedProduct }) {
  const { owner, ownerFindings } = row;
  if (owner === undefined) return <span className="unowned">Unowned</span>;
  const doubt = ownerFindings.map((finding) => OWNER_FINDINGS[finding]);
  const { label } = PROVENANCES[owner.provenance];
  return (
    <span
      className="owner-cell"
      title={[`${label}, ${formatConfidence(owner.confidence)} sure`, ...doubt.map(({ meaning }) => meaning)].join(
        ". ",
      )}
    >
      <span className="owner-name">{owner.name}</span>
      {owner.provenance === "inferred" && <span className="confidence">{formatConfidence(owner.confidence)}</span>}
      {doubt.map(({ label }) => (
        <span key={label} className="doubt">
          {label}
        </span>
      ))}
    </span>
  );
}
