/** Value and simplicity term by term, so that anyone can redo the sum. */
import type { Plane, Term } from "@freehold/model";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { ACTIONS, formatScore } from "./words.ts";

export function PlaneTerms({ plane }: { readonly plane: Plane }) {
  const { value, simplicity, score, action, arithmetic } = plane;
  return (
    <section className="characteristic" id="plane">
      <h2>
        Value and simplicity <span className="muted">{ACTIONS[action].label.toLowerCase()}</span>
        <span className="score-figure">{formatScore(score)}</span>
      </h2>
      <div className="scroll-x" tabIndex={0} role="region" aria-label="Terms of value and simplicity">
        <table className="plain">
          <thead>
            <tr>
              <th>Measure</th>
              <th className="number">Found</th>
              <th className="number">Points</th>
              <th className="number">Weight</th>
              <th>Scale</th>
              <th>
                <span className="visually-hidden">Evidence</span>
              </th>
            </tr>
          </thead>
          <Terms name="Value" terms={plane.valueTerms} mean={value} />
          <Terms name="Simplicity" terms={plane.simplicityTerms} mean={simplicity} />
        </table>
      </div>
      <details className="arithmetic">
        <summary>The sums, line by line</summary>
        {arithmetic.map((line) => (
          <code key={line} className="signature">
            {line}
          </code>
        ))}
      </details>
    </section>
  );
}

interface TermsProps {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly mean: number | undefined;
}

function Terms({ name, terms, mean }: TermsProps) {
  return (
    <tbody>
      <tr className="terms-head">
        <th scope="rowgroup" colSpan={2}>
          {name}
        </th>
        <td className="number">{formatScore(mean)}</td>
        <td colSpan={3}>{terms.length === 0 && <span className="muted">Nothing here shows it.</span>}</td>
      </tr>
      {terms.map(({ name: term, value, unit, points: share, weight, source, evidence }) => (
        <tr key={term}>
          <td>{term}</td>
          <td className="number" title={unit}>
            {value.toLocaleString("en", { maximumFractionDigits: 2 })} <span className="muted">{unit}</span>
          </td>
          <td className="number">{formatScore(share)}</td>
          <td className="number">{weight}</td>
          <td>
            <span className="cell-note">{source}</span>
          </td>
          <td>
            <EvidenceButton claimed={{ subject: `${term}: ${value} ${unit}`, evidence }} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
