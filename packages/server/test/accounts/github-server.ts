/** What sign-in asks of GitHub Enterprise Server, on a port of this machine; refuses what GitHub would refuse. */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { loginPage, readForm } from "./login-page.ts";

interface GithubPerson {
  readonly id: number;
  readonly name: string;
  readonly emails: readonly { readonly email: string; readonly primary: boolean; readonly verified: boolean }[];
}

export interface GithubServer extends AsyncDisposable {
  readonly url: string;
}

export const GITHUB_CLIENT = { clientId: "Iv1.freehold", clientSecret: "a secret of the app" };

/** `people`: by what is typed to sign in. */
export async function startGithub(people: Readonly<Record<string, GithubPerson>>): Promise<GithubServer> {
  const codes = new Map<string, { readonly login: string; readonly challenge: string }>();
  const tokens = new Map<string, string>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://github");
    if (pathname === "/login/oauth/authorize") return await authorize(request, response, searchParams);
    if (pathname === "/login/oauth/access_token") return send(response, exchanged(await readForm(request)));
    const person = people[tokens.get(request.headers.authorization ?? "") ?? ""];
    if (person === undefined) return send(response, { message: "Bad credentials" }, 401);
    const { emails, ...user } = person;
    if (pathname === "/api/v3/user") return send(response, { ...user, login: user.name, email: null, avatar_url: "" });
    if (pathname === "/api/v3/user/emails") return send(response, emails);
    return send(response, { message: "Not Found" }, 404);
  }

  async function authorize(request: IncomingMessage, response: ServerResponse, asked: URLSearchParams) {
    if (asked.get("client_id") !== GITHUB_CLIENT.clientId) return send(response, { message: "no such app" }, 404);
    if (request.method !== "POST") {
      return response
        .setHeader("content-type", "text/html; charset=utf-8")
        .end(loginPage("GitHub at Acme", request.url ?? ""));
    }
    const code = randomUUID();
    const login = (await readForm(request)).get("login") ?? "";
    codes.set(code, { login, challenge: asked.get("code_challenge") ?? "" });
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("code", code);
    back.searchParams.set("state", asked.get("state") ?? "");
    return response.writeHead(302, { location: back.href }).end();
  }

  /** A code works once, for the app that it was given to, and for whoever began. */
  function exchanged(form: URLSearchParams): object {
    const code = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const verifier = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const known =
      form.get("client_id") === GITHUB_CLIENT.clientId && form.get("client_secret") === GITHUB_CLIENT.clientSecret;
    if (code === undefined || !known || verifier !== code.challenge) return { error: "bad_verification_code" };
    const token = `gho_${randomUUID()}`;
    tokens.set(`Bearer ${token}`, code.login);
    return { access_token: token, token_type: "bearer", scope: "read:user,user:email" };
  }

  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function send(response: ServerResponse, body: unknown, status: number = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
