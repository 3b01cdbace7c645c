/** The projects of a GitLab group with its subgroups, or of a user, over the REST API. */
import { SourceFailure } from "../failure.ts";
import type { Web } from "../web.ts";
import { failureOf } from "./limits.ts";
import type { Credential, ListedPage, ListedRepository, Lister } from "./lister.ts";

interface Place {
  readonly host: string;
  readonly group: string;
}

export interface Gitlab {
  readonly lister: Lister;
  readonly ask: (path: string, tag?: string) => Promise<GitlabAnswer>;
}

interface GitlabAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly header: (name: string) => string | undefined;
}

interface Options {
  readonly web: Web;
  readonly now: () => number;
}

export function openGitlab(place: Place, credential: Credential, options: Options): Gitlab {
  const ask = async (path: string, tag?: string) => await asked(place, credential, options, path, tag);
  return { ask, lister: { page: async (page, tag) => await listPage(place, ask, page, tag) } };
}

async function listPage(
  place: Place,
  ask: Gitlab["ask"],
  page: string | undefined,
  tag: string | undefined,
): Promise<ListedPage | "unchanged"> {
  const [of = "groups", number = "1"] = (page ?? "groups:1").split(":");
  // By id, so that what is made while the list is walked through comes last.
  const query = `per_page=100&order_by=id&sort=asc&page=${number}${of === "groups" ? "&include_subgroups=true" : ""}`;
  try {
    const answer = await ask(`/${of}/${encodeURIComponent(place.group)}/projects?${query}`, tag);
    if (answer.status === 304) return "unchanged";
    const next = answer.header("x-next-page") ?? "";
    const etag = answer.header("etag");
    return {
      repositories: Array.isArray(answer.data) ? answer.data.flatMap(listed) : [],
      ...(next === "" ? {} : { next: `${of}:${next}` }),
      ...(etag === undefined ? {} : { tag: etag }),
    };
  } catch (error) {
    const person = error instanceof SourceFailure && error.code === "source/not-found" && page === undefined;
    if (person && !place.group.includes("/")) return await listPage(place, ask, "users:1", tag);
    throw error;
  }
}

function listed(value: unknown): ListedRepository[] {
  if (typeof value !== "object" || value === null) return [];
  const of = (field: string): unknown => Reflect.get(value, field);
  const text = (field: string) => {
    const said = of(field);
    return typeof said === "string" && said !== "" ? said : undefined;
  };
  const [id, url] = [text("path_with_namespace"), text("http_url_to_repo")];
  if (id === undefined || url === undefined) return [];
  const [name, web, branch, description, pushed] = [
    text("path"),
    text("web_url"),
    text("default_branch"),
    text("description"),
    text("last_activity_at"),
  ];
  const topics = of("topics");
  const issues = of("open_issues_count");
  const parent = of("forked_from_project");
  return [
    {
      id,
      url,
      ...(name === undefined ? {} : { name }),
      ...(web === undefined ? {} : { web }),
      ...(branch === undefined ? {} : { branch }),
      ...(description === undefined ? {} : { description }),
      ...(Array.isArray(topics) ? { topics: topics.filter((topic) => typeof topic === "string") } : {}),
      archived: of("archived") === true,
      fork: typeof parent === "object" && parent !== null,
      ...(typeof issues === "number" ? { openIssues: issues } : {}),
      ...(pushed === undefined ? {} : { pushed }),
    },
  ];
}

async function asked(
  { host }: Place,
  credential: Credential,
  { web, now }: Options,
  path: string,
  tag: string | undefined,
): Promise<GitlabAnswer> {
  const response = await web.fetch(`${host}/api/v4${path}`, {
    headers: {
      accept: "application/json",
      "user-agent": "freehold",
      ...(credential.kind === "token" ? { "private-token": credential.token } : {}),
      ...(tag === undefined ? {} : { "if-none-match": tag }),
    },
    // A redirect would take the token along: it stands in a header of its own, which fetch does not know as one.
    redirect: "manual",
  });
  const header = (name: string) => response.headers.get(name) ?? undefined;
  if (response.status === 304) return { status: 304, data: undefined, header };
  const text = await response.text();
  if (response.ok) return { status: response.status, data: parsed(text, host), header };
  throw failureOf({ status: response.status, header, message: messageIn(text), host: new URL(host).host, now: now() });
}

function parsed(text: string, host: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceFailure("source/answer", `${host} did not answer in JSON`, {
      final: true,
      hint: "Look at the address: it is that of the GitLab server and the group.",
    });
  }
}

function messageIn(text: string): string {
  try {
    const said: unknown = JSON.parse(text);
    const message: unknown =
      typeof said === "object" && said !== null ? (Reflect.get(said, "message") ?? Reflect.get(said, "error")) : said;
    return String(message).slice(0, 300);
  } catch {
    return "no reason given";
  }
}
