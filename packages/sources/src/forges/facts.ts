/**
 * What only the host of a repository knows, in one request each: whether the checks of the main line pass, and on
 * GitHub whether the newest issues were answered, and how soon. Nothing is said of what was not seen.
 */
import type { HostedFacts, IssueFacts, MainLine } from "@freehold/model";
import type { Github } from "./github.ts";
import type { Gitlab } from "./gitlab.ts";

const NEWEST = 50;
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

const QUERY = `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    url
    open: issues(states: OPEN) { totalCount }
    newest: issues(first: ${NEWEST}, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { title url createdAt state author { __typename login } comments(first: 20) { nodes { createdAt author { __typename login } } } }
    }
    defaultBranchRef { name target { ... on Commit { oid statusCheckRollup { state contexts(first: 100) { nodes {
      ... on CheckRun { name conclusion completedAt }
      ... on StatusContext { context state createdAt }
    } } } } } }
  }
}`;

/** Throws `SourceFailure`. */
export async function githubFacts(ask: Github["ask"], repository: string, now: number): Promise<HostedFacts> {
  const [owner = "", name = ""] = repository.split("/");
  const { data } = await ask("POST /graphql", { query: QUERY, variables: { owner, name } });
  const found = at(data, "data", "repository");
  const issues = issueFacts(found, now);
  const mainLine = mainLineOf(at(found, "defaultBranchRef"), now);
  return { ...(issues === undefined ? {} : { issues }), ...(mainLine === undefined ? {} : { mainLine }) };
}

interface Answered {
  readonly title: string;
  readonly url: string;
  readonly openedAt: number;
  readonly isOpen: boolean;
  /** Of the first answer by another person. */
  readonly after: number | undefined;
}

function issueFacts(found: unknown, now: number): IssueFacts | undefined {
  const open = at(found, "open", "totalCount");
  if (typeof open !== "number") return undefined;
  const read = list(at(found, "newest", "nodes"));
  const issues = read.flatMap(answered);
  const opened = read.map((issue) => timeOf(at(issue, "createdAt"))).filter((time) => !Number.isNaN(time));
  const waits = issues.flatMap(({ after }) => after ?? []).toSorted((a, b) => a - b);
  // Half of all that were opened, not of those that were answered: who still waits counts too.
  const median = waits[Math.ceil(issues.length / 2) - 1];
  const judged = issues.filter(
    ({ openedAt, after }) => now - openedAt >= WEEK || (after !== undefined && after <= WEEK),
  );
  const unanswered = issues
    .filter(({ isOpen, after }) => isOpen && after === undefined)
    .toSorted((a, b) => a.openedAt - b.openedAt);
  const page = text(at(found, "url"));
  return {
    provenance: "imported",
    source: "github",
    importedAt: iso(now),
    ...(page === undefined ? {} : { url: `${page}/issues` }),
    open,
    since: iso(Math.min(now, ...opened)),
    opened: issues.length,
    answered: waits.length,
    ...(judged.length === 0
      ? {}
      : { answeredWithin7Days: judged.filter(({ after }) => after !== undefined && after <= WEEK).length }),
    ...(median === undefined ? {} : { medianHours: Math.round((median / HOUR) * 10) / 10 }),
    unanswered: unanswered.slice(0, 5).map(({ title, url, openedAt }) => ({ title, url, openedAt: iso(openedAt) })),
  };
}

/** What a machine asks is no question, and what it writes no answer. */
function answered(issue: unknown): Answered[] {
  const openedAt = timeOf(at(issue, "createdAt"));
  const asker = text(at(issue, "author", "login"));
  if (Number.isNaN(openedAt) || at(issue, "author", "__typename") === "Bot") return [];
  const answers = list(at(issue, "comments", "nodes")).flatMap((comment) => {
    const by = text(at(comment, "author", "login"));
    const when = timeOf(at(comment, "createdAt"));
    const byPerson = by !== undefined && by !== asker && at(comment, "author", "__typename") !== "Bot";
    return byPerson && when >= openedAt ? [when - openedAt] : [];
  });
  return [
    {
      title: text(at(issue, "title")) ?? "",
      url: text(at(issue, "url")) ?? "",
      openedAt,
      isOpen: at(issue, "state") === "OPEN",
      after: answers.length === 0 ? undefined : Math.min(...answers),
    },
  ];
}

const ROLLUP = new Map<string, MainLine["state"]>([
  ["SUCCESS", "passing"],
  ["FAILURE", "failing"],
  ["ERROR", "failing"],
  ["PENDING", "running"],
  ["EXPECTED", "running"],
]);
const FAILING = new Set<unknown>(["FAILURE", "ERROR", "TIMED_OUT", "STARTUP_FAILURE"]);

function mainLineOf(ref: unknown, now: number): MainLine | undefined {
  const branch = text(at(ref, "name"));
  const rollup = at(ref, "target", "statusCheckRollup");
  const state = ROLLUP.get(text(at(rollup, "state")) ?? "");
  if (branch === undefined || state === undefined) return undefined;
  const contexts = list(at(rollup, "contexts", "nodes"));
  const times = contexts
    .map((context) => timeOf(at(context, "completedAt") ?? at(context, "createdAt")))
    .filter((time) => !Number.isNaN(time));
  const failing = contexts
    .filter((context) => FAILING.has(at(context, "conclusion") ?? at(context, "state")))
    .flatMap((context) => text(at(context, "name") ?? at(context, "context")) ?? []);
  const commit = text(at(ref, "target", "oid"));
  return {
    provenance: "imported",
    source: "github",
    importedAt: iso(now),
    branch,
    state,
    at: iso(times.length === 0 ? now : Math.max(...times)),
    ...(commit === undefined ? {} : { commit }),
    ...(failing.length === 0 ? {} : { failing: failing.slice(0, 10) }),
  };
}

const PIPELINE = new Map<string, MainLine["state"]>([
  ["success", "passing"],
  ["failed", "failing"],
  ["running", "running"],
  ["pending", "running"],
  ["created", "running"],
]);

/** Answers of issues are told one issue at a time here, which would be many requests: only the pipeline. Throws `SourceFailure`. */
export async function gitlabFacts(
  ask: Gitlab["ask"],
  repository: string,
  branch: string,
  now: number,
): Promise<HostedFacts> {
  const { data } = await ask(
    `/projects/${encodeURIComponent(repository)}/pipelines?per_page=1&ref=${encodeURIComponent(branch)}`,
  );
  const newest = list(data)[0];
  const state = PIPELINE.get(text(at(newest, "status")) ?? "");
  if (state === undefined) return {};
  const [commit, url] = [text(at(newest, "sha")), text(at(newest, "web_url"))];
  const when = timeOf(at(newest, "updated_at"));
  return {
    mainLine: {
      provenance: "imported",
      source: "gitlab",
      importedAt: iso(now),
      branch,
      state,
      at: iso(Number.isNaN(when) ? now : when),
      ...(commit === undefined ? {} : { commit }),
      ...(url === undefined ? {} : { url }),
    },
  };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Reflect.get(found, step) as unknown;
  }
  return found;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function timeOf(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) : Number.NaN;
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
