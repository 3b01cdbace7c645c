/** Where what is declared and what is observed part, each line with what mends it. */
import type { AssessmentResource, Drift, DriftPatch, ProductDetail } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import { capabilitiesQuery, draftsQuery } from "../api/queries.ts";
import { EvidenceButton } from "../evidence/evidence-button.tsx";
import { CopyButton, EmptyState, Prose } from "../ui/index.ts";
import { Assessed } from "./assessed.tsx";
import { PatchView } from "./patch-view.tsx";

export function DriftTab({ detail }: { readonly detail: ProductDetail }) {
  return (
    <Assessed slug={detail.product.slug}>
      {(resource) => <Lines resource={resource} charter={detail.product.charter} />}
    </Assessed>
  );
}

function Lines({ resource, charter }: { readonly resource: AssessmentResource; readonly charter: string | undefined }) {
  const { drift, name, slug } = resource.assessment;
  const { data: capabilities } = useQuery(capabilitiesQuery);
  const here = capabilities?.drafts === true;
  const { data: drafts } = useQuery({ ...draftsQuery(slug), enabled: here && drift.length > 0 });
  if (drift.length > 0) {
    return (
      <ul className="drifts">
        {drift.map((line) => (
          <Line
            key={`${line.subject} ${line.declared} ${line.observed}`}
            line={line}
            name={name}
            patch={drafts?.drift.find(
              ({ subject, declared, observed }) =>
                subject === line.subject && declared === line.declared && observed === line.observed,
            )}
          />
        ))}
      </ul>
    );
  }
  if (charter === undefined) {
    return (
      <EmptyState title="Nothing is declared">
        {name} has no charter, so there is nothing that what is observed could differ from. <code>freehold init</code>{" "}
        drafts one.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Declared and observed agree">
      Whatever {charter} says of {name} and can be observed is so.
    </EmptyState>
  );
}

interface LineProps {
  readonly line: Drift;
  readonly name: string;
  readonly patch: DriftPatch | undefined;
}

function Line({ line, name, patch }: LineProps) {
  const { subject, declared, observed, mend, evidence } = line;
  return (
    <li className="drift">
      <h2>{subject}</h2>
      <dl>
        <div>
          <dt>Declared</dt>
          <dd>{declared}</dd>
        </div>
        <div>
          <dt>Observed</dt>
          <dd>{observed}</dd>
        </div>
        <div>
          <dt>Mend</dt>
          <dd>
            <Prose text={mend} /> <CopyButton text={mend} label={`Copy how to mend: ${subject}`} />
            {patch !== undefined && <PatchView title="Patch" files={[patch.file]} patch={patch.patch} />}
          </dd>
        </div>
      </dl>
      <EvidenceButton
        claimed={{
          subject: `${subject} of ${name}`,
          statement: `Declared: ${declared}. Observed: ${observed}.`,
          evidence,
        }}
      />
    </li>
  );
}
