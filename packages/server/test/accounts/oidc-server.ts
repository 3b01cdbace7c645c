/** An OpenID provider on a port of this machine: `oidc-provider`, which is certified, with a page to sign in of its own. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from "jose";
import { Provider } from "oidc-provider";
import { loginPage, readForm } from "./login-page.ts";

export interface OidcServer extends AsyncDisposable {
  readonly issuer: string;
  /** What it was asked when somebody was sent to it, oldest first. */
  readonly asked: readonly URLSearchParams[];
  /** Claims that its next ID tokens have instead of the right ones, signed by its own key. */
  tamper(claims: Readonly<Record<string, unknown>>): void;
}

export const OIDC_CLIENT = { clientId: "freehold", clientSecret: "a secret of the client" };

/** `people`: claims by subject, which is also what is typed to sign in. `redirects`: addresses of Freehold. */
export async function startOidc(
  people: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  redirects: readonly string[],
): Promise<OidcServer> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const header = { alg: "ES256", kid: "test" };
  const asked: URLSearchParams[] = [];
  let tampering: Readonly<Record<string, unknown>> = {};
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: OIDC_CLIENT.clientId,
        client_secret: OIDC_CLIENT.clientSecret,
        redirect_uris: [...redirects],
        token_endpoint_auth_method: "client_secret_post",
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), ...header, use: "sig" }] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, id) =>
      people[id] === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...people[id] }) },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ["test"] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  provider.use(async (context, next) => {
    if (context.path === "/auth") asked.push(new URLSearchParams(context.querystring));
    if (context.path.startsWith("/interaction/")) {
      context.respond = false;
      return await interact(provider, context.req, context.res);
    }
    await next();
    const body: unknown = context.body;
    if (context.path !== "/token" || typeof body !== "object" || body === null) return;
    const token: unknown = Reflect.get(body, "id_token");
    if (typeof token !== "string") return;
    const claims = { ...decodeJwt(token), ...tampering };
    context.body = { ...body, id_token: await new SignJWT(claims).setProtectedHeader(header).sign(privateKey) };
  });
  server.on("request", provider.callback());
  return {
    issuer,
    asked,
    tamper: (claims) => void (tampering = claims),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Who signs in agrees to everything that was asked. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(loginPage("Acme's sign-in", request.url ?? ""));
    return;
  }
  const { params } = await provider.interactionDetails(request, response);
  const accountId = (await readForm(request)).get("login") ?? "";
  const grant = new provider.Grant({ accountId, clientId: String(params["client_id"]) });
  grant.addOIDCScope(String(params["scope"]));
  await provider.interactionFinished(request, response, {
    login: { accountId },
    consent: { grantId: await grant.save() },
  });
}
