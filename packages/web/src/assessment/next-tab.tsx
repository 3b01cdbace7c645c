/** What to do next, in the order of what it brings for what it costs. */
import type { AssessmentResource, NextStep, ProductDetail } from "@freehold/model";
import { Link } from "@tanstack/react-router";
import { Badge, EmptyState, Prose } from "../ui/index.ts";
import { Assessed } from "./assessed.tsx";
import { Draft } from "./draft.tsx";
import { EFFORTS, points } from "./words.ts";

export function NextTab({ detail }: { readonly detail: ProductDetail }) {
  return <Assessed slug={detail.product.slug}>{(resource) => <Steps resource={resource} />}</Assessed>;
}

function Steps({ resource }: { readonly resource: AssessmentResource }) {
  const { next, name, slug, characteristics } = resource.assessment;
  if (next.length === 0) {
    return (
      <EmptyState title="Nothing failed">
        No check that is asked of {name} failed. What is unknown stands under{" "}
        <Link to="/products/$slug" params={{ slug }} search={{ tab: "characteristics", result: "unknown" }}>
          Characteristics
        </Link>
        .
      </EmptyState>
    );
  }
  const titles = new Map(characteristics.map(({ id, title }) => [id, title]));
  return (
    <ol className="steps">
      {next.map((step, place) => (
        <Step key={step.step} step={step} place={place + 1} slug={slug} titles={titles} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: NextStep;
  readonly place: number;
  readonly slug: string;
  readonly titles: ReadonlyMap<string, string>;
}

function Step({ step, place, slug, titles }: StepProps) {
  const { title, why, effort, raises, gain, draft } = step;
  return (
    <li className="step">
      <span className="step-place" aria-hidden="true">
        {place}
      </span>
      <div>
        <p className="step-title">
          <Prose text={title} />
        </p>
        <ul className="step-why">
          {why.map((reason) => (
            <li key={reason}>
              <Prose text={reason} />
            </li>
          ))}
        </ul>
        <p className="step-facts">
          <Badge title="How much work it usually is">{EFFORTS[effort]}</Badge>
          {raises.map(({ characteristic, by }) => (
            <Link
              key={characteristic}
              to="/products/$slug"
              params={{ slug }}
              search={{ tab: "characteristics" }}
              hash={characteristic}
              className="step-raise"
            >
              {titles.get(characteristic) ?? characteristic} <strong>+{points(by)}</strong>
            </Link>
          ))}
        </p>
        {draft && <Draft slug={slug} step={step.step} />}
      </div>
      <p className="step-gain" title="By how much the whole score rises">
        +{points(gain)} <span>points</span>
      </p>
    </li>
  );
}
