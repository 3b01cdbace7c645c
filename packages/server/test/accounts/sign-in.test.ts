/** Sign-in by a real OpenID provider, and by what GitHub Enterprise answers, from the button to the account. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GITHUB_CLIENT, type GithubServer, startGithub } from "./github-server.ts";
import { signInAt } from "./login-page.ts";
import { OIDC_CLIENT, type OidcServer, startOidc } from "./oidc-server.ts";
import { administrator, type Answer, type Browser, browser, makeWorld, ORIGIN, type World } from "./world.ts";

// Passwords are hashed and pages are asked for real; busy machines take their time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PEOPLE = {
  ann: { email: "Ann@acme.example", email_verified: true, name: "Ann of Acme" },
  carol: { email: "carol@acme.example", email_verified: true, name: "Carol" },
  eve: { email: "ann@acme.example", email_verified: false, name: "Eve" },
  nobody: { name: "Nobody" },
};
const ANN = { email: "ann@acme.example", primary: true, verified: true };
const GITHUB_PEOPLE = {
  ann: { id: 1, name: "Ann", emails: [{ ...ANN, email: "ann@home.example", primary: false }, ANN] },
  dave: { id: 2, name: "Dave", emails: [{ email: "dave@acme.example", primary: true, verified: true }] },
  eve: { id: 3, name: "Eve", emails: [{ ...ANN, verified: false }] },
};

let oidc: OidcServer;
let github: GithubServer;

beforeAll(async () => {
  oidc = await startOidc(PEOPLE, [`${ORIGIN}/api/auth/callback/oidc`]);
  github = await startGithub(GITHUB_PEOPLE);
});

afterAll(async () => {
  await oidc[Symbol.asyncDispose]();
  await github[Symbol.asyncDispose]();
});

async function makeWorldWith(more: Record<string, unknown> = {}): Promise<World> {
  return await makeWorld({
    "signIn.oidc.issuer": oidc.issuer,
    "signIn.oidc.clientId": OIDC_CLIENT.clientId,
    "signIn.oidc.clientSecret": OIDC_CLIENT.clientSecret,
    "signIn.github.url": github.url,
    "signIn.github.clientId": GITHUB_CLIENT.clientId,
    "signIn.github.clientSecret": GITHUB_CLIENT.clientSecret,
    ...more,
  });
}

/** As the page begins it. */
async function begin(page: Browser, provider: string): Promise<string> {
  const { status, body } = await page.send("POST", "/api/auth/sign-in/social", {
    provider,
    callbackURL: "/people",
    errorCallbackURL: "/sign-in",
  });
  expect([status, body.url]).toEqual([200, expect.stringMatching(/^http:/)]);
  return body.url;
}

/** What the provider's answer leads to. */
async function comeBack(page: Browser, to: URL): Promise<Answer> {
  expect(to.origin).toBe(ORIGIN);
  return await page.send("GET", to.pathname + to.search);
}

async function signIn(page: Browser, provider: string, login: string): Promise<string | undefined> {
  return (await comeBack(page, await signInAt(await begin(page, provider), login))).location;
}

async function account(page: Browser) {
  return (await page.send("GET", "/api/v1/session")).body.account;
}

describe.each([
  { provider: "oidc", newcomer: "carol", email: "carol@acme.example" },
  { provider: "github", newcomer: "dave", email: "dave@acme.example" },
])("sign-in by $provider", ({ provider, newcomer, email }) => {
  it("makes an account that sees nothing until it is invited", async () => {
    await using world = await makeWorldWith();
    const ann = await administrator(world);
    const page = browser(world);
    expect(await signIn(page, provider, newcomer)).toBe("/people");
    expect(await account(page)).toMatchObject({ email });
    expect((await page.send("GET", "/api/v1/organisations")).status).toBe(403);
    const { body } = await ann.send("POST", "/api/v1/invitations", { email, role: "viewer" });
    const joined = await page.send("POST", "/api/v1/join", { secret: body.link.split("#")[1] });
    expect(joined.status).toBe(200);
    expect((await page.send("GET", "/api/v1/organisations")).status).toBe(200);
    const again = browser(world);
    await signIn(again, provider, newcomer);
    expect((await again.send("GET", "/api/v1/organisations")).status).toBe(200);
  });

  it("lets somebody into the account of an address that both vouch for, which stays theirs", async () => {
    await using world = await makeWorldWith();
    const ann = await administrator(world);
    const page = browser(world);
    expect(await signIn(page, provider, "ann")).toBe("/people");
    expect(await account(page)).toEqual(await account(ann));
    expect((await page.send("GET", "/rights/administer")).body).toEqual({ may: true });
  });

  it("lets nobody in by an address that the provider does not vouch for", async () => {
    await using world = await makeWorldWith();
    await administrator(world);
    const page = browser(world);
    expect(await signIn(page, provider, "eve")).toBe("/sign-in?error=account_not_linked");
    expect(await account(page)).toBeUndefined();
  });

  it("makes nobody an owner by an address that the provider does not vouch for", async () => {
    await using world = await makeWorldWith();
    const page = browser(world);
    expect(await signIn(page, provider, "eve")).toBe("/people");
    const rows = await world.store.accounts.selectFrom("auth_user").select(["email", "emailVerified"]).execute();
    expect(rows.map(({ email: of, emailVerified }) => [of, Boolean(emailVerified)])).toEqual([
      ["ann@acme.example", false],
    ]);
  });

  it("keeps none of the provider's tokens", async () => {
    await using world = await makeWorldWith();
    for (const page of [browser(world), browser(world)]) await signIn(page, provider, newcomer);
    const rows = await world.store.accounts.selectFrom("auth_account").selectAll().execute();
    expect(rows).toMatchObject([{ providerId: provider, accessToken: null, refreshToken: null, idToken: null }]);
  });

  it("is refused where the answer belongs to no sign-in that this browser began", async () => {
    await using world = await makeWorldWith();
    const [mine, theirs] = [browser(world), browser(world)];
    const answer = await signInAt(await begin(theirs, provider), newcomer);
    await begin(mine, provider);
    expect((await comeBack(mine, answer)).location).toMatch(/error=state_mismatch/);
    const invented = new URL(answer);
    invented.searchParams.set("state", "a".repeat(32));
    expect((await comeBack(theirs, invented)).location).toMatch(/error=/);
    expect(await account(mine)).toBeUndefined();
    expect((await comeBack(theirs, answer)).location).toBe("/people");
    expect((await comeBack(browser(world), answer)).location, "an answer works once").toMatch(/error=/);
  });

  it("sends nobody on to another site", async () => {
    await using world = await makeWorldWith();
    const body = { provider, callbackURL: "https://evil.example/", errorCallbackURL: "/sign-in" };
    expect((await browser(world).send("POST", "/api/auth/sign-in/social", body)).status).toBe(403);
  });
});

describe("an OpenID provider", () => {
  let world: World;
  beforeAll(async () => void (world = await makeWorldWith()));
  afterAll(async () => await world[Symbol.asyncDispose]());

  it("is asked with PKCE, a nonce and a state", async () => {
    await signIn(browser(world), "oidc", "carol");
    expect(Object.fromEntries(oidc.asked.at(-1) ?? [])).toMatchObject({
      response_type: "code",
      redirect_uri: `${ORIGIN}/api/auth/callback/oidc`,
      code_challenge_method: "S256",
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/.{20}/),
      state: expect.stringMatching(/.{20}/),
      scope: "openid email profile",
    });
  });

  it.each([
    ["another issuer", { iss: "https://idp.evil.example" }],
    ["another audience", { aud: "another-client" }],
    ["another nonce", { nonce: "of another sign-in" }],
    ["another subject than its userinfo", { sub: "ann" }],
    ["an end that is past", { exp: 1_700_000_000 }],
  ])("is not believed where its ID token has %s", async (_what, claims) => {
    const page = browser(world);
    oidc.tamper(claims);
    try {
      expect(await signIn(page, "oidc", "carol")).toBe("/sign-in?error=unable_to_get_user_info");
    } finally {
      oidc.tamper({});
    }
    expect(await account(page)).toBeUndefined();
  });

  it("is not believed where it calls itself otherwise than the settings do", async () => {
    await using other = await makeWorldWith({ "signIn.oidc.issuer": oidc.issuer.replace("127.0.0.1", "localhost") });
    const page = browser(other);
    expect(await signIn(page, "oidc", "carol")).toBe("/sign-in?error=unable_to_get_user_info");
  });

  it("must say an address", async () => {
    expect(await signIn(browser(world), "oidc", "nobody")).toBe("/sign-in?error=email_not_found");
  });

  it("has its tokens taken from itself alone, not from a browser", async () => {
    const body = { provider: "oidc", idToken: { token: "a.b.c" } };
    const { status, body: said } = await browser(world).send("POST", "/api/auth/sign-in/social", body);
    expect([status, said.message]).toEqual([400, expect.stringContaining("are not taken here")]);
  });

  it("that hangs keeps no server from starting, and works when it answers again", async () => {
    let hangs = true;
    const proxy = createServer((request, response) => {
      if (hangs) return;
      const upstream = new URL(request.url ?? "/", oidc.issuer);
      void fetch(upstream)
        .then(async (answer) => response.end(await answer.text()))
        .catch(() => response.destroy());
    });
    await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
    const at = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    await using other = await makeWorldWith({ "signIn.oidc.issuer": at });
    expect((await browser(other).send("GET", "/api/v1/session")).status).toBe(200);
    hangs = false;
    const page = browser(other);
    // It answers for the provider, which calls itself by its own address: found, asked, and then not believed.
    expect(await signIn(page, "oidc", "carol")).toBe("/sign-in?error=unable_to_get_user_info");
    proxy.closeAllConnections();
    await new Promise((done) => proxy.close(done));
  });
});
