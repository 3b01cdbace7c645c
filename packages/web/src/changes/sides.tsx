/** What is compared with what, and how far the answer goes. */
import type { Comparison, ComparisonSide } from "@freehold/model";
import { ProblemItem } from "../problems/finding-items.tsx";
import { formatMoment, formatQuantity } from "../format/format.ts";
import { unchangedWords } from "./group-rows.tsx";

export function Sides({ comparison }: { readonly comparison: Comparison }) {
  const { base, head, judged, unchanged, problems } = comparison;
  return (
    <div className="sides">
      <p className="sides-names">
        <Side side={base} /> <span aria-label="to">→</span> <Side side={head} />
        {unchanged > 0 && judged === "sources" && <span className="muted">{unchangedWords(unchanged)}</span>}
      </p>
      {judged === "shapes" && (
        <p className="sides-note">
          Judged by what the snapshots hold: a changed shape is of class unknown, and what an element names without
          exporting it is not seen. Start <code>freehold open</code> in the repository of both, and its sources are
          compared by the rules of each kind.
        </p>
      )}
      {problems.length > 0 && (
        <details className="sides-problems">
          <summary>{formatQuantity(problems.length, "problem")} while comparing</summary>
          <ul>
            {problems.map((problem, place) => (
              <ProblemItem key={`${place}${problem.code}`} problem={problem} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Side({ side: { label, revision, createdAt } }: { readonly side: ComparisonSide }) {
  return (
    <span className="side" title={createdAt === undefined ? undefined : `Scanned ${formatMoment(createdAt)}`}>
      <strong>{label}</strong>
      {revision !== undefined && <code>{revision.slice(0, 10)}</code>}
    </span>
  );
}
