/** A small GitHub and GitLab on a port of this machine: lists in pages, tags, limits, and the repositories over git's own HTTP. */
import { execFileSync, spawn } from "node:child_process";
import { createHash, type KeyObject, verify } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Limited {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly message?: string;
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly authorization: string | undefined;
}

export interface ForgeServer extends AsyncDisposable {
  readonly url: string;
  /** The folder that holds its repositories, as `acme/<name>.git`. */
  readonly root: string;
  /** Every request of the API so far. */
  readonly asked: Asked[];
  /** Adds a repository of `acme`, or a commit to one, and returns the commit. */
  commit(name: string, files: Readonly<Record<string, string>>): string;
  /** What lists say of a repository beside its name. */
  describe(name: string, fields: Readonly<Record<string, unknown>>): void;
  remove(name: string): void;
  /** The answer to the next request of the API whose path contains this, instead of the right one. */
  refuse(path: string, answer: Limited): void;
  /** Only whoever shows this token is answered. */
  require(token: string): void;
  /**
   * Only an App of GitHub is answered, which is installed at `acme`: it shows that it has the key, and is given a token
   * that works until the next one is given. Returns the tokens that were given.
   */
  requireApp(id: string, publicKey: KeyObject): readonly string[];
  graphql: unknown;
}

const PAGE = 2;

export async function startForge({
  account = "orgs",
}: { readonly account?: "orgs" | "users" } = {}): Promise<ForgeServer> {
  const root = mkdtempSync(join(tmpdir(), "freehold-forge-"));
  const repositories = new Map<string, Record<string, unknown>>();
  const refusals: { readonly path: string; readonly answer: Limited }[] = [];
  const asked: Asked[] = [];
  let token: string | undefined;
  let app: { readonly id: string; readonly publicKey: KeyObject; readonly given: string[] } | undefined;
  const forge = { graphql: {} as unknown };
  let pushes = 0;

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://forge");
    if (pathname.includes(".git/")) return serveGit(root, request, response, token);
    const answer = answerOf(pathname, searchParams, request);
    asked.push({
      method: request.method ?? "",
      path: request.url ?? "",
      status: answer.status,
      authorization: authorizationOf(request),
    });
    response.writeHead(answer.status, { "content-type": "application/json", ...answer.headers });
    request.resume().once("end", () => response.end(answer.status === 304 ? undefined : JSON.stringify(answer.body)));
  });

  const answerOf = (path: string, query: URLSearchParams, request: IncomingMessage) => {
    const refusal = refusals.findIndex((one) => (request.url ?? "").includes(one.path));
    const [refused] = refusal < 0 ? [] : refusals.splice(refusal, 1);
    if (refused !== undefined) {
      const { status, headers, message = "no" } = refused.answer;
      return { status, headers, body: { message } };
    }
    const installed = app === undefined ? undefined : installation(path, request, app);
    if (installed !== undefined) return installed;
    if (token !== undefined && !(authorizationOf(request) ?? "").endsWith(token)) {
      return { status: 401, headers: {}, body: { message: "Bad credentials" } };
    }
    if (path === "/graphql") return { status: 200, headers: {}, body: forge.graphql };
    if (path.endsWith("/pipelines"))
      return { status: 200, headers: {}, body: [{ status: "failed", sha: "abc", updated_at: "2026-01-02T00:00:00Z" }] };
    const github = new RegExp(`^/${account}/acme/repos$`).test(path);
    const gitlab = /^\/api\/v4\/groups\/acme\/projects$/.test(path);
    if (!github && !gitlab) return { status: 404, headers: {}, body: { message: "Not Found" } };
    return listPage(path, Number(query.get("page") ?? "1"), request, gitlab);
  };

  /** What an App is answered about itself; undefined: it asks as its installation. */
  const installation = (path: string, request: IncomingMessage, { id, publicKey, given }: NonNullable<typeof app>) => {
    const asked = /^\/(?:users\/(\w+)\/installation|app\/installations\/(\d+)\/access_tokens)$/.exec(path);
    if (asked === null) return undefined;
    if (!isApp(authorizationOf(request) ?? "", id, publicKey)) {
      return { status: 401, headers: {}, body: { message: "A JSON web token could not be decoded" } };
    }
    const [, account, number] = asked;
    if ((account ?? "acme") !== "acme" || (number ?? "42") !== "42") {
      return { status: 404, headers: {}, body: { message: "Not Found" } };
    }
    if (account !== undefined) return { status: 200, headers: {}, body: { id: 42 } };
    token = `ghs_${given.length}`;
    given.push(token);
    const expires = new Date(Date.now() + 3_600_000).toISOString();
    const permissions = { contents: "read", metadata: "read" };
    return { status: 201, headers: {}, body: { token, expires_at: expires, permissions, repository_selection: "all" } };
  };

  const listPage = (path: string, page: number, request: IncomingMessage, gitlab: boolean) => {
    const all = [...repositories.values()].map((one) => (gitlab ? asProject(one) : one));
    const body = all.slice((page - 1) * PAGE, page * PAGE);
    const tag = `W/"${createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 16)}"`;
    const more = all.length > page * PAGE;
    const headers = {
      etag: tag,
      ...(gitlab ? { "x-next-page": more ? String(page + 1) : "" } : {}),
      ...(more && !gitlab ? { link: `<http://forge${path}?page=${page + 1}>; rel="next"` } : {}),
    };
    return { status: request.headers["if-none-match"] === tag ? 304 : 200, headers, body };
  };

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    root,
    asked,
    commit(name, files) {
      const work = join(root, "work", name);
      const bare = join(root, "acme", `${name}.git`);
      if (!repositories.has(name)) {
        git(root, "init", "--quiet", "--bare", "--initial-branch=main", bare);
        git(root, "init", "--quiet", "--initial-branch=main", work);
        git(work, "remote", "add", "origin", bare);
      }
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(join(work, path, ".."), { recursive: true });
        writeFileSync(join(work, path), text);
      }
      git(work, "add", "--all");
      git(
        work,
        "-c",
        "user.name=Ann",
        "-c",
        "user.email=ann@acme.example",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message=work",
      );
      git(work, "push", "--quiet", "origin", "main");
      const before = repositories.get(name);
      const fields = {
        full_name: `acme/${name}`,
        name,
        clone_url: `${url}/acme/${name}.git`,
        default_branch: "main",
        archived: false,
        fork: false,
      };
      repositories.set(name, {
        ...fields,
        ...before,
        pushed_at: new Date(Date.UTC(2026, 0, 1) + 1000 * ++pushes).toISOString(),
      });
      return git(work, "rev-parse", "HEAD").trim();
    },
    describe: (name, fields) => void repositories.set(name, { ...repositories.get(name), ...fields }),
    remove(name) {
      repositories.delete(name);
      for (const place of [join(root, "acme", `${name}.git`), join(root, "work", name)])
        rmSync(place, { recursive: true });
    },
    refuse: (path, answer) => void refusals.push({ path, answer }),
    require: (wanted) => void (token = wanted),
    requireApp(id, publicKey) {
      app = { id, publicKey, given: [] };
      token = "none was given yet";
      return app.given;
    },
    set graphql(value: unknown) {
      forge.graphql = value;
    },
    get graphql() {
      return forge.graphql;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** As GitHub judges a JSON web token of an App: its key, its name, and ten minutes at most. */
function isApp(authorization: string, id: string, publicKey: KeyObject): boolean {
  const [header = "", payload = "", signature = ""] = authorization.replace(/^bearer /i, "").split(".");
  const bytes = Buffer.from(`${header}.${payload}`);
  if (!verify("sha256", bytes, publicKey, Buffer.from(signature, "base64url"))) return false;
  const { iss, exp, iat } = JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
  const now = Date.now() / 1000;
  return String(iss) === id && Number(iat) <= now && Number(exp) > now && Number(exp) <= now + 600;
}

function asProject({ full_name, name, clone_url, pushed_at, archived, default_branch }: Record<string, unknown>) {
  return {
    path_with_namespace: full_name,
    path: name,
    http_url_to_repo: clone_url,
    last_activity_at: pushed_at,
    archived,
    default_branch,
  };
}

function authorizationOf({ headers }: IncomingMessage): string | undefined {
  const own = headers["private-token"];
  return typeof own === "string" ? own : headers.authorization;
}

/** The CGI program that comes with git. */
function serveGit(root: string, request: IncomingMessage, response: ServerResponse, token: string | undefined): void {
  const shown = Buffer.from((request.headers.authorization ?? "").replace(/^Basic /, ""), "base64").toString();
  if (token !== undefined && !shown.endsWith(`:${token}`)) {
    response.writeHead(401, { "www-authenticate": "Basic realm=forge" }).end();
    return;
  }
  const { pathname, search } = new URL(request.url ?? "/", "http://forge");
  const child = spawn("git", ["http-backend"], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: "1",
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method ?? "GET",
      CONTENT_TYPE: request.headers["content-type"] ?? "",
      HTTP_CONTENT_ENCODING: request.headers["content-encoding"] ?? "",
      GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
    },
  });
  request.pipe(child.stdin);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stdout.once("end", () => {
    const all = Buffer.concat(parts);
    const end = all.indexOf("\r\n\r\n");
    const lines = all.subarray(0, end).toString().split("\r\n");
    const headers = Object.fromEntries(lines.map((line) => line.split(": ", 2) as [string, string]));
    const { Status: status = "200", ...others } = headers;
    response.writeHead(Number.parseInt(status, 10), others).end(all.subarray(end + 4));
  });
}

function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync("git", args, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });
}
