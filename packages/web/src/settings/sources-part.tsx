/** Where repositories come from, and the jobs that fetch and scan them. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../api/client.ts";
import { useAct, useRefresh } from "../api/use-act.ts";
import { formatAgo, formatQuantity } from "../format/format.ts";
import { Badge, ConfirmButton, Dialog, EmptyState } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { Jobs } from "./jobs.tsx";
import { jobsQuery, sourcesQuery } from "./queries.ts";
import type { Source } from "./source-body.ts";
import { SourceForm } from "./source-form.tsx";

export function SourcesPart() {
  const query = useQuery(sourcesQuery);
  const [making, setMaking] = useState(false);
  const close = () => setMaking(false);
  return (
    <section>
      <div className="settings-head">
        <p className="muted">
          Repositories that this server fetches and scans itself. Code can also stay where it is: freehold push.
        </p>
        <button type="button" className="button button-primary" onClick={() => setMaking(true)}>
          Add a source
        </button>
      </div>
      <Asked query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No sources yet">
              Add an organisation of GitHub, a group of GitLab, the address of one repository, or a folder of this
              server; its repositories are listed and scanned, and again when they change.
            </EmptyState>
          ) : (
            <ul className="rows" aria-label="Sources">
              {items.map((source) => (
                <SourceRow key={source.id} source={source} />
              ))}
            </ul>
          )
        }
      </Asked>
      <Jobs />
      <Dialog opened={making} onClose={close} title="Add a source">
        <SourceForm onDone={close} />
      </Dialog>
    </section>
  );
}

function SourceRow({ source }: { readonly source: Source }) {
  const { id, url, kind, active, listed, error, job, repositories } = source;
  const [changing, setChanging] = useState(false);
  const close = () => setChanging(false);
  const act = useAct();
  const refresh = useRefresh();
  const keys = [sourcesQuery.queryKey, jobsQuery.queryKey];
  const params = { path: { source: id } };
  const sync = () =>
    act(async () => answered(await api.POST("/api/v1/sources/{source}/syncs", { params })), {
      refresh: keys,
      done: "Its list is looked at now",
    });
  const remove = async () => {
    answered(await api.DELETE("/api/v1/sources/{source}", { params }));
    await refresh(keys);
  };
  const counts = Object.entries(repositories).map(([state, count]) => `${count} ${state}`);
  const all = Object.values(repositories).reduce((sum, count) => sum + count, 0);
  return (
    <li>
      <span className="rows-main">
        {url} <Badge>{kind}</Badge> {!active && <Badge tone="warn">off</Badge>}
        {job !== undefined && <Badge tone="info">{job.state}</Badge>}
      </span>
      <span className="muted">
        {formatQuantity(all, "repository", "repositories")}
        {counts.length === 0 ? "" : ` (${counts.join(", ")})`} ·{" "}
        {listed === undefined ? "not listed yet" : `listed ${formatAgo(listed)}`}
      </span>
      <span className="rows-actions">
        <button type="button" className="button" aria-label={`Sync now: ${url}`} onClick={sync}>
          Sync now
        </button>
        <button type="button" className="button" aria-label={`Change ${url}`} onClick={() => setChanging(true)}>
          Change
        </button>
        <ConfirmButton label="Remove" named={`Remove ${url}`} title="Remove this source?" onConfirm={remove}>
          <p>Its repositories are not fetched any more. What was read of them stays.</p>
        </ConfirmButton>
      </span>
      {error !== undefined && (
        <p className="form-error rows-more">
          {error.message} {error.hint}
        </p>
      )}
      <Dialog opened={changing} onClose={close} title={`Change ${url}`}>
        <SourceForm source={source} onDone={close} />
      </Dialog>
    </li>
  );
}
