/** Says where a repository is not at its source any more, or was archived there; its products stay until somebody decides. */
import { useQuery } from "@tanstack/react-query";
import { repositoryQuery } from "../api/queries.ts";
import { formatAgo } from "../format/format.ts";
import { Badge } from "../ui/index.ts";

export function RepositoryStanding({ id }: { readonly id: string }) {
  const { data } = useQuery(repositoryQuery(id));
  const standing = data?.standing;
  if (standing === undefined) return null;
  if (standing.state === "archived") return <Badge>archived at its source</Badge>;
  return (
    <>
      <Badge tone="warn">gone from its source</Badge>{" "}
      {standing.since !== undefined && <span className="muted">first missed {formatAgo(standing.since)}</span>}
    </>
  );
}
