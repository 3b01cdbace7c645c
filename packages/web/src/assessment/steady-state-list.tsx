/** What has to hold for the product to be put down and picked up by somebody new. */
import type { SteadyState } from "@freehold/model";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { Icon, Prose } from "../ui/index.ts";
import { ResultMark } from "./result-mark.tsx";

export function SteadyStateList({ steadyState }: { readonly steadyState: SteadyState }) {
  return (
    <section className="characteristic" id="steady-state">
      <h2>
        Steady state <span className="muted">{steadyState.reached ? "reached" : "not reached"}</span>
      </h2>
      <ul>
        {steadyState.items.map(({ id, title, result, detail, evidence, mend }) => (
          <li key={id} className="check" data-result={result}>
            <div className="check-row">
              <span />
              <ResultMark result={result} />
              <div className="check-main">
                <p className="check-title">{title}</p>
                <p className="check-detail">
                  <Prose text={detail} />
                </p>
                {mend !== undefined && (
                  <p className="check-mend">
                    <Icon name="right" />
                    <span>
                      <Prose text={mend} />
                    </span>
                  </p>
                )}
              </div>
              <span />
              <EvidenceButton claimed={{ subject: title, statement: detail, evidence }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
