/** The repositories of a GitHub organisation or user, by octokit, with a token or as a GitHub App. */
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/core";
import { SourceFailure } from "../failure.ts";
import type { Web } from "../web.ts";
import { failureOf } from "./limits.ts";
import type { Credential, ListedPage, ListedRepository, Lister } from "./lister.ts";

interface Place {
  readonly api: string;
  readonly account: string;
}

export interface Github {
  readonly lister: Lister;
  /** Any request of its API. Throws `SourceFailure`. */
  readonly ask: (route: string, parameters?: Readonly<Record<string, unknown>>) => Promise<GithubAnswer>;
  /** What git shows to fetch; undefined where nothing is needed. */
  readonly token: () => Promise<string | undefined>;
}

interface GithubAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly header: (name: string) => string | undefined;
}

interface Options {
  readonly web: Web;
  readonly now: () => number;
}

const PER_PAGE = 100;
const API_VERSION = "2022-11-28";

export async function openGithub(place: Place, credential: Credential, options: Options): Promise<Github> {
  const auth = authOf(credential);
  const octokit = new Octokit({
    baseUrl: place.api,
    userAgent: "freehold",
    ...auth,
    // Its log would hold addresses of what is private.
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    request: { fetch: options.web.fetch },
  });
  const as =
    credential.kind === "app" ? await asInstallation(octokit, place, credential.installation, options) : octokit;
  const ask = async (route: string, parameters: Readonly<Record<string, unknown>> = {}) =>
    await asked(as, place, options, route, parameters);
  return {
    ask,
    lister: { page: async (page, tag) => await listPage(place, ask, page, tag) },
    async token() {
      if (credential.kind === "token") return credential.token;
      if (credential.kind !== "app") return undefined;
      const made = (await guarded(place, options, async () => await as.auth({ type: "installation" }))) as {
        readonly token: string;
      };
      return made.token;
    },
  };
}

function authOf(credential: Credential): object {
  if (credential.kind === "token") return { auth: credential.token };
  if (credential.kind !== "app") return {};
  return { authStrategy: createAppAuth, auth: { appId: credential.app, privateKey: credential.privateKey } };
}

/** The app as it is installed at the account: it sees what it was given there, and nothing else. */
async function asInstallation(
  octokit: Octokit,
  place: Place,
  given: number | undefined,
  options: Options,
): Promise<Octokit> {
  const installation = given ?? (await installationOf(octokit, place, options));
  return await guarded(place, options, async () => {
    const factory = ({ octokitOptions, ...auth }: { octokitOptions: object }) =>
      new Octokit({ ...octokitOptions, authStrategy: createAppAuth, auth: { ...auth, installationId: installation } });
    return (await octokit.auth({ type: "installation", installationId: installation, factory })) as Octokit;
  });
}

async function installationOf(octokit: Octokit, place: Place, options: Options): Promise<number> {
  const { data } = await asked(octokit, place, options, "GET /users/{username}/installation", {
    username: place.account,
  });
  const id: unknown = typeof data === "object" && data !== null ? Reflect.get(data, "id") : undefined;
  if (typeof id === "number") return id;
  throw new SourceFailure("source/not-installed", `the app is not installed at ${place.account}`, { final: true });
}

type Ask = Github["ask"];

/** `orgs:3`: the third page of an organisation's list. */
async function listPage(
  place: Place,
  ask: Ask,
  page: string | undefined,
  tag: string | undefined,
): Promise<ListedPage | "unchanged"> {
  const [of = "orgs", number = "1"] = (page ?? "orgs:1").split(":");
  const route = of === "orgs" ? "GET /orgs/{account}/repos" : "GET /users/{account}/repos";
  const type = of === "orgs" ? "all" : "owner";
  const parameters = {
    account: place.account,
    type,
    sort: "full_name",
    direction: "asc",
    per_page: PER_PAGE,
    page: Number(number),
  };
  try {
    const answer = await ask(route, {
      ...parameters,
      ...(tag === undefined ? {} : { headers: { "if-none-match": tag } }),
    });
    if (answer.status === 304) return "unchanged";
    const repositories = Array.isArray(answer.data) ? answer.data.flatMap(listed) : [];
    const next = /<[^>]*[?&]page=(\d+)[^>]*>;\s*rel="next"/.exec(answer.header("link") ?? "")?.[1];
    const etag = answer.header("etag");
    return {
      repositories,
      ...(next === undefined ? {} : { next: `${of}:${next}` }),
      ...(etag === undefined ? {} : { tag: etag }),
    };
  } catch (error) {
    // A person's account is no organisation.
    const person = error instanceof SourceFailure && error.code === "source/not-found" && page === undefined;
    if (person) return await listPage(place, ask, "users:1", tag);
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
  const id = text("full_name");
  const url = text("clone_url");
  if (id === undefined || url === undefined) return [];
  const topics = of("topics");
  const issues = of("open_issues_count");
  const size = of("size");
  return [
    {
      id,
      url,
      ...given("name", text("name")),
      ...given("web", text("html_url")),
      ...given("branch", text("default_branch")),
      ...given("description", text("description")),
      ...given("homepage", text("homepage")),
      ...(Array.isArray(topics) ? { topics: topics.filter((topic) => typeof topic === "string") } : {}),
      archived: of("archived") === true,
      fork: of("fork") === true,
      ...(typeof issues === "number" ? { openIssues: issues } : {}),
      ...given("pushed", text("pushed_at")),
      ...(typeof size === "number" ? { kilobytes: size } : {}),
    },
  ];
}

function given<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]: string });
}

async function asked(
  octokit: Octokit,
  place: Place,
  options: Options,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
): Promise<GithubAnswer> {
  return await guarded(place, options, async () => {
    const headers = { "x-github-api-version": API_VERSION, ...(parameters["headers"] as object | undefined) };
    try {
      const { status, data, headers: said } = await octokit.request(route, { ...parameters, headers });
      return { status, data: data as unknown, header: headerOf(said) };
    } catch (error) {
      // octokit takes "as it was" for an error.
      if (statusOf(error) === 304) return { status: 304, data: undefined, header: () => undefined };
      throw error;
    }
  });
}

/** Errors of octokit as ours. */
async function guarded<T>({ api }: Place, { now }: Options, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceFailure) throw error;
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof SourceFailure) throw cause;
    const status = statusOf(error);
    const message = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    const host = new URL(api).host;
    if (status === undefined) {
      throw new SourceFailure("source/credential", `the credential for ${host} can't be used: ${message}`, {
        final: true,
        hint: "A GitHub App needs its id and its private key in PEM.",
      });
    }
    throw failureOf({ status, header: headerOf(headersIn(error)), message, host, now: now() });
  }
}

function statusOf(error: unknown): number | undefined {
  const status: unknown = error instanceof Error ? Reflect.get(error, "status") : undefined;
  return typeof status === "number" ? status : undefined;
}

function headersIn(error: unknown): object {
  const response: unknown = error instanceof Error ? Reflect.get(error, "response") : undefined;
  const headers: unknown =
    typeof response === "object" && response !== null ? Reflect.get(response, "headers") : undefined;
  return typeof headers === "object" && headers !== null ? headers : {};
}

function headerOf(headers: object): (name: string) => string | undefined {
  return (name) => {
    const value: unknown = Reflect.get(headers, name);
    return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  };
}
