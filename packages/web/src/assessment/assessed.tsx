/** The assessment of a product for whichever tab asks; asked of the server once. */
import type { AssessmentResource } from "@freehold/model";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { assessmentQuery } from "../api/queries.ts";
import { ErrorState, Loading } from "../ui/index.ts";

interface AssessedProps {
  readonly slug: string;
  readonly children: (resource: AssessmentResource) => ReactNode;
}

export function Assessed({ slug, children }: AssessedProps) {
  const { data, error, refetch } = useQuery(assessmentQuery(slug));
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading label="Loading the assessment" />;
  return (
    <>
      {!data.factsRead && (
        <p className="sides-note">
          This snapshot is older than the facts that checks look at, so much is unknown. Scan again to know it.
        </p>
      )}
      {children(data)}
    </>
  );
}
