/** Where the product stands, in four facts: score, stage, steady state and what this quarter is for. */
import type { ProductAssessment, StageResult } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { formatQuantity } from "../format/format.ts";
import { ACTIONS, formatScore } from "./words.ts";

export function Standing({ assessment }: { readonly assessment: ProductAssessment }) {
  const { score, possible, stage, steadyState, plane, suggestedKind, name, slug } = assessment;
  const open = steadyState.items.filter(({ result }) => result === "failed" || result === "unknown").length;
  return (
    <>
      <dl className="standing">
        <Fact name="Characteristics" value={formatScore(score, possible)}>
          of 100, by the weight of the checks that pass
        </Fact>
        <Fact name="Stage" value={wordsOf(stage)}>
          {stage.reasons[0]?.text ?? "The evidence tells none."}{" "}
          <EvidenceButton
            words
            claimed={{
              subject: `Stage of ${name}`,
              statement: stage.reasons.map(({ text }) => text).join(" "),
              evidence: stage.reasons.flatMap(({ evidence }) => evidence),
            }}
          />
        </Fact>
        <Fact name="Steady state" value={steadyState.reached ? "Reached" : "Not reached"}>
          {steadyState.reached
            ? "It can be put down, and picked up by somebody new at any time."
            : `${formatQuantity(open, "thing")} of ${steadyState.items.length} to do before it can be put down.`}
        </Fact>
        <Fact name="This quarter" value={ACTIONS[plane.action].label}>
          {plane.why}{" "}
          <Link to="/plane" search={{ q: slug }} className="text-link">
            On the plane
          </Link>
        </Fact>
      </dl>
      {suggestedKind !== undefined && (
        <p className="sides-note">
          It may be a {suggestedKind.kind} rather than a product: {suggestedKind.why}
        </p>
      )}
    </>
  );
}

function wordsOf({ declared, observed }: StageResult): string {
  if (declared === undefined) return observed ?? "Not known";
  if (observed === undefined || observed === declared) return declared;
  return `${declared}, looks ${observed}`;
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}

function Fact({ name, value, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="standing-value">{value}</dd>
      <dd className="standing-note">{children}</dd>
    </div>
  );
}
