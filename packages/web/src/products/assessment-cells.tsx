/** What a list says of an assessment; why is on the page of the product. */
import { ACTIONS, formatScore } from "../assessment/words.ts";
import { Icon } from "../ui/index.ts";
import type { ListedProduct } from "../api/queries.ts";

export function ScoreCell({ row: { assessment } }: { readonly row: ListedProduct }) {
  if (assessment === undefined) return null;
  const { score, possible, failed, unknown, action } = assessment;
  const words = `${failed} failed, ${unknown} unknown. This quarter: ${ACTIONS[action].label.toLowerCase()}`;
  return (
    <span className={score === undefined ? "zero" : undefined} title={words}>
      {formatScore(score, possible)}
    </span>
  );
}

/** Observed stages are in the tone of what is inferred; a declared one that looks like another is marked. */
export function StageCell({ row: { assessment } }: { readonly row: ListedProduct }) {
  if (assessment?.stage === undefined) return null;
  const { stage, observed, drift } = assessment;
  const parts = drift.includes("stage");
  return (
    <span title={parts ? `Declared ${stage}, looks ${observed ?? "otherwise"}` : stage}>
      {stage} {parts && <span className="doubt">drift</span>}
    </span>
  );
}

export function SteadyCell({ row: { assessment } }: { readonly row: ListedProduct }) {
  if (assessment === undefined) return null;
  if (!assessment.steady) return <span className="zero">not yet</span>;
  return (
    <span className="steady">
      <Icon name="check" /> steady
    </span>
  );
}
