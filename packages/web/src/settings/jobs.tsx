/** What is fetched and scanned, and what went wrong with it. */
import type { components } from "@freehold/client";
import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../api/client.ts";
import { useAct } from "../api/use-act.ts";
import { formatAgo } from "../format/format.ts";
import { Badge, type Tone } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { jobsQuery } from "./queries.ts";

type Job = components["schemas"]["Job"];

const TONES: Readonly<Record<Job["state"], Tone>> = {
  queued: "plain",
  running: "info",
  done: "good",
  failed: "warn",
  dead: "bad",
  cancelled: "plain",
};

export function Jobs() {
  const query = useQuery(jobsQuery);
  return (
    <Asked query={query}>
      {({ items }) =>
        items.length === 0 ? null : (
          <>
            <h2>Jobs</h2>
            <ul className="rows" aria-label="Jobs">
              {items.map((job) => (
                <JobRow key={job.id} job={job} />
              ))}
            </ul>
          </>
        )
      }
    </Asked>
  );
}

function JobRow({ job }: { readonly job: Job }) {
  const { id, kind, repository, state, attempts, most, created, error } = job;
  const act = useAct();
  const refresh = [jobsQuery.queryKey];
  const params = { path: { job: id } };
  const retry = () => act(async () => answered(await api.POST("/api/v1/jobs/{job}/retry", { params })), { refresh });
  const cancel = () => act(async () => answered(await api.DELETE("/api/v1/jobs/{job}", { params })), { refresh });
  const what = kind === "list" ? "List repositories" : `Scan ${repository ?? "a repository"}`;
  return (
    <li>
      <span className="rows-main">
        {what} <Badge tone={TONES[state]}>{state}</Badge>
      </span>
      <span className="muted">
        {formatAgo(created)} · attempt {attempts} of {most}
      </span>
      {state === "dead" && (
        <button type="button" className="button" aria-label={`Try again: ${what}`} onClick={retry}>
          Try again
        </button>
      )}
      {(state === "queued" || state === "failed") && (
        <button type="button" className="button" aria-label={`Cancel: ${what}`} onClick={cancel}>
          Cancel
        </button>
      )}
      {error !== undefined && (
        <p className="muted rows-more">
          {error.message} {error.hint}
        </p>
      )}
    </li>
  );
}
