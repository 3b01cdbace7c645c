/** How it stands with repositories of the portfolio at their sources: nothing is removed by what a source says. */
import type { Scope } from "../scope.ts";

export interface Standing {
  /** `gone`: removed, renamed, or not shown to the credential any more. */
  readonly state: "archived" | "gone";
  /** Id of the source that says so. */
  readonly source: string;
  /** When it was first missed; absent for what is archived. */
  readonly since?: number;
}

interface AtSource {
  readonly source: string;
  readonly gone: number | null;
  readonly listed: string;
}

/** By id of the repository; absent where it stands as it should, or came from no source. */
export async function standingsOf({ db }: Scope, repositories: readonly string[]): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  if (repositories.length === 0) return found;
  const rows = await db
    .selectFrom("source_repository")
    .select(["repository", "source", "gone", "listed"])
    .where("repository", "in", repositories)
    .orderBy("gone", "desc")
    .orderBy("source")
    .execute();
  for (const [repository, those] of Map.groupBy(rows, (row) => row.repository ?? "")) {
    const standing = standingOf(those);
    if (standing !== undefined) found.set(repository, standing);
  }
  return found;
}

/** Any source that still has it counts. */
function standingOf(rows: readonly AtSource[]): Standing | undefined {
  const here = rows.filter(({ gone }) => gone === null);
  if (here.length === 0) {
    const [last] = rows;
    if (last === undefined) return undefined;
    return { state: "gone", source: last.source, ...(last.gone === null ? {} : { since: last.gone }) };
  }
  const archived = here.filter(({ listed }) => isArchived(listed));
  const [first] = archived;
  if (first === undefined || archived.length < here.length) return undefined;
  return { state: "archived", source: first.source };
}

function isArchived(listed: string): boolean {
  const said: unknown = JSON.parse(listed);
  return typeof said === "object" && said !== null && Reflect.get(said, "archived") === true;
}
