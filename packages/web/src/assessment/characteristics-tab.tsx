/** The nine characteristics of a product, each check with its result and its evidence. */
import type { AssessmentResource, CharacteristicResult, CheckResult, ProductDetail } from "@freehold/model";
import { getRouteApi } from "@tanstack/react-router";
import { formatCount } from "../format/format.ts";
import { countBy } from "../problems/filter.ts";
import { EmptyState } from "../ui/index.ts";
import { Assessed } from "./assessed.tsx";
import { CheckRow } from "./check-row.tsx";
import { PlaneTerms } from "./plane-terms.tsx";
import { Standing } from "./standing.tsx";
import { SteadyStateList } from "./steady-state-list.tsx";
import { formatScore, points, RESULTS } from "./words.ts";

export function CharacteristicsTab({ detail }: { readonly detail: ProductDetail }) {
  return (
    <Assessed slug={detail.product.slug}>
      {(resource) => (
        <>
          <Standing assessment={resource.assessment} />
          <Checks resource={resource} />
          <SteadyStateList steadyState={resource.assessment.steadyState} />
          <PlaneTerms plane={resource.assessment.plane} />
          <p className="section-note">
            By the standard {resource.standard.name} {resource.standard.version}. What is unknown counts as not passed;
            the second figure of a score is what it would be if all of that passed.
          </p>
        </>
      )}
    </Assessed>
  );
}

const ORDER: readonly CheckResult[] = ["failed", "unknown", "passed", "not-applicable"];

const route = getRouteApi("/products/$slug");

function Checks({ resource }: { readonly resource: AssessmentResource }) {
  const { result: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const { characteristics } = resource.assessment;
  const counts = countBy(
    characteristics.flatMap(({ checks }) => checks),
    ({ result }) => result,
  );
  const choose = (result: string) =>
    void navigate({ search: { tab: "characteristics", ...(result === "" ? {} : { result }) }, replace: true });
  const shown = characteristics
    .map((one) => ({ ...one, checks: sorted(one.checks).filter(({ result }) => (wanted ?? result) === result) }))
    .filter(({ checks }) => wanted === undefined || checks.length > 0);
  return (
    <>
      <div className="toolbar">
        <div className="segments" role="group" aria-label="Show">
          <Choice
            name="All"
            count={characteristics.reduce((sum, { checks }) => sum + checks.length, 0)}
            active={wanted === undefined}
            onClick={() => choose("")}
          />
          {ORDER.map((result) => (
            <Choice
              key={result}
              name={RESULTS[result].label}
              count={counts.get(result) ?? 0}
              active={wanted === result}
              onClick={() => choose(result)}
            />
          ))}
        </div>
      </div>
      {shown.length === 0 && (
        <EmptyState
          title={`No check is “${wanted === undefined ? "" : (wordOf(wanted) ?? wanted)}”`}
          action={
            <button type="button" className="button" onClick={() => choose("")}>
              Show all
            </button>
          }
        >
          The other results have checks.
        </EmptyState>
      )}
      {shown.map((one) => (
        <Characteristic key={one.id} characteristic={one} notes={resource.notes} />
      ))}
    </>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly count: number;
  readonly active: boolean;
  readonly onClick: () => void;
}

function Choice({ name, count, active, onClick }: ChoiceProps) {
  return (
    <button type="button" aria-pressed={active} onClick={onClick}>
      {name} <span>{formatCount(count)}</span>
    </button>
  );
}

interface CharacteristicProps {
  readonly characteristic: CharacteristicResult;
  readonly notes: AssessmentResource["notes"];
}

function Characteristic({ characteristic, notes }: CharacteristicProps) {
  const { id, title, score, possible, checks } = characteristic;
  return (
    <section className="characteristic" id={id}>
      <h2>
        {title}
        {score === undefined ? (
          <span className="muted">nothing of it is asked</span>
        ) : (
          <>
            <span className="score-bar" aria-hidden="true">
              <span data-part="passed" style={{ width: `${points(score)}%` }} />
              <span data-part="unknown" style={{ width: `${points((possible ?? score) - score)}%` }} />
            </span>
            <span className="score-figure">{formatScore(score, possible)}</span>
          </>
        )}
      </h2>
      <ul>
        {checks.map((check) => (
          <CheckRow key={check.check} check={check} note={notes[check.check]} />
        ))}
      </ul>
    </section>
  );
}

/** What has to be done first; within one result the order of the standard. */
function sorted(checks: CharacteristicResult["checks"]): CharacteristicResult["checks"] {
  return checks.toSorted((a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result));
}

function wordOf(result: string): string | undefined {
  return Object.entries(RESULTS).find(([key]) => key === result)?.[1].label;
}
