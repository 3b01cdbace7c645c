import { describe, expect, it } from "vitest";
import { administrator, browser, invited, makeWorld, ORIGIN, PASSWORD } from "./world.ts";

describe("the first administrator", () => {
  it("comes in by the link of the terminal, which works once", async () => {
    await using world = await makeWorld();
    const first = (await world.accounts.setupLink("default"))?.split("#")[1];
    const second = (await world.accounts.setupLink("default"))?.split("#")[1];
    const ann = { name: "Ann", email: "Ann@acme.example", password: PASSWORD };
    expect((await browser(world).send("POST", "/api/v1/join", { secret: first, ...ann })).status).toBe(404);
    const page = browser(world);
    expect((await page.send("POST", "/api/v1/join", { secret: second, ...ann })).status).toBe(200);
    expect((await page.send("GET", "/api/v1/session")).body).toMatchObject({
      accounts: true,
      account: { email: "ann@acme.example", name: "Ann" },
      actor: {
        id: "ann@acme.example",
        role: "administrator",
        rights: ["read", "ingest", "correct", "administer"],
        organisations: [{ organisation: "default", name: "Acme", role: "administrator" }],
      },
    });
    const eve = { secret: second, name: "Eve", email: "eve@x.example", password: PASSWORD };
    expect((await browser(world).send("POST", "/api/v1/join", eve)).status).toBe(404);
    expect(await world.accounts.setupLink("default")).toBeUndefined();
  });

  it("must come within a day", async () => {
    await using world = await makeWorld();
    const secret = (await world.accounts.setupLink("default"))?.split("#")[1];
    world.advance(24 * 3_600_000);
    const joining = { secret, name: "Ann", email: "ann@acme.example", password: PASSWORD };
    expect((await browser(world).send("POST", "/api/v1/join", joining)).status).toBe(404);
  });
});

describe("signing in", () => {
  it("takes the password, gives a cookie that scripts and other sites can't use, and ends", async () => {
    await using world = await makeWorld();
    await administrator(world);
    const page = browser(world);
    expect((await page.send("GET", "/api/v1/organisations")).status).toBe(401);
    const wrong = { email: "ann@acme.example", password: "wrong horse battery" };
    expect((await page.send("POST", "/api/auth/sign-in/email", wrong)).status).toBe(401);
    const right = { email: "ann@acme.example", password: PASSWORD };
    const { status, cookies } = await page.send("POST", "/api/auth/sign-in/email", right);
    expect(status).toBe(200);
    const cookie = cookies.find(({ name }) => name.endsWith("session_token"));
    expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax" });
    expect(cookie?.name).toBe("__Secure-freehold.session_token");
    expect((await page.send("GET", "/api/v1/organisations")).status).toBe(200);
    expect((await page.send("POST", "/api/auth/sign-out", {})).status).toBe(200);
    expect((await page.send("GET", "/api/v1/organisations")).status).toBe(401);
  });

  it("lets nobody make an account by themselves", async () => {
    await using world = await makeWorld();
    const eve = { name: "Eve", email: "eve@x.example", password: PASSWORD };
    expect((await browser(world).send("POST", "/api/auth/sign-up/email", eve)).status).toBe(400);
  });

  it("slows down who guesses passwords, whatever address they claim to come from", async () => {
    await using world = await makeWorld();
    const page = browser(world);
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const headers = { "x-forwarded-for": `10.0.0.${attempt}`, "x-freehold-address": `10.0.0.${attempt}` };
      const guess = { email: "ann@acme.example", password: `guess number ${attempt}` };
      statuses.push((await page.send("POST", "/api/auth/sign-in/email", guess, headers)).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
    expect(statuses.slice(10)).toEqual([429, 429]);
  });

  it("can be ended from another session, by oneself or by an administrator, at once", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const other = browser(world);
    await other.send("POST", "/api/auth/sign-in/email", { email: "bob@acme.example", password: PASSWORD });
    const sessions = (await bob.send("GET", "/api/v1/sessions")).body["items"];
    expect(sessions.map(({ current }: { current: boolean }) => current).sort()).toEqual([false, true]);
    expect(JSON.stringify(sessions)).not.toContain("token");

    expect((await other.send("DELETE", "/api/v1/sessions")).body).toEqual({ ended: 1 });
    expect((await bob.send("GET", "/api/v1/organisations")).status).toBe(401);
    expect((await other.send("GET", "/api/v1/organisations")).status).toBe(200);
    const members = (await ann.send("GET", "/api/v1/members")).body["items"];
    const { user } = members.find(({ email }: { email: string }) => email === "bob@acme.example");
    expect((await ann.send("DELETE", `/api/v1/members/${user}/sessions`)).status).toBe(200);
    expect((await other.send("GET", "/api/v1/organisations")).status).toBe(401);
  });

  it("limits how many requests an address sends", async () => {
    await using world = await makeWorld({ "limits.requestsPerMinute": 10 });
    const page = browser(world);
    const statuses: number[] = [];
    for (let each = 0; each < 12; each++) statuses.push((await page.send("GET", "/api/v1/organisations")).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });
});

describe("a page elsewhere", () => {
  it.each([
    "https://evil.example",
    "null",
    "https://freehold.acme.example.evil.example",
    "http://freehold.acme.example",
  ])("%s changes nothing with a cookie", async (origin) => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    expect((await ann.send("POST", "/change", {}, { origin })).status).toBe(403);
    expect((await ann.send("POST", "/api/v1/tokens", { name: "x", scopes: ["read"] }, { origin })).status).toBe(403);
    expect((await ann.send("POST", "/api/auth/sign-out", {}, { origin })).status).toBe(403);
    expect((await ann.send("POST", "/change", {})).body).toEqual({ by: "ann@acme.example" });
  });

  it("is not sent on to by signing in", async () => {
    await using world = await makeWorld();
    await administrator(world);
    const away = { email: "ann@acme.example", password: PASSWORD, callbackURL: "https://evil.example" };
    expect((await browser(world).send("POST", "/api/auth/sign-in/email", away)).status).toBe(403);
  });

  it("may be any of this machine's names where no address is set", async () => {
    await using world = await makeWorld({ publicUrl: undefined });
    const host = "localhost:4000";
    const secret = (await world.accounts.setupLink("default"))?.split("#")[1];
    const page = browser(world, `http://${host}`);
    const ann = { secret, name: "Ann", email: "ann@acme.example", password: PASSWORD };
    expect((await page.send("POST", "/api/v1/join", ann, { host })).status).toBe(200);
    expect((await page.send("POST", "/change", {}, { host })).status).toBe(200);
    const rebound = { host: "evil.example", origin: "http://evil.example" };
    expect((await page.send("POST", "/change", {}, rebound)).status).toBe(403);
    expect((await page.send("POST", "/api/auth/sign-out", {}, rebound)).status).toBe(403);
    expect((await page.send("GET", "/api/auth/get-session", undefined, rebound)).status).toBe(421);
  });
});

describe("members", () => {
  it("come by invitation, to the address that was invited", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "viewer");
    const made = await ann.send("POST", "/api/v1/invitations", { email: "carol@acme.example", role: "contributor" });
    const link = String(made.body["link"]);
    expect(link.startsWith(`${ORIGIN}/join#fhi_`)).toBe(true);
    expect((await bob.send("POST", "/api/v1/join", { secret: link.split("#")[1] })).status).toBe(403);
    expect(JSON.stringify((await ann.send("GET", "/api/v1/invitations")).body)).not.toContain(link.split("#")[1]);
    const again = { secret: link.split("#")[1], name: "Carol", email: "eve@x.example", password: PASSWORD };
    await browser(world).send("POST", "/api/v1/join", again);
    const { items } = (await ann.send("GET", "/api/v1/members")).body;
    expect(items.map(({ email }: { email: string }) => email)).toEqual([
      "ann@acme.example",
      "bob@acme.example",
      "carol@acme.example",
    ]);
  });

  it("lose everything with their membership, their tokens too", async () => {
    await using world = await makeWorld();
    const ann = await administrator(world);
    const bob = await invited(world, ann, "bob@acme.example", "contributor");
    const { token } = (await bob.send("POST", "/api/v1/tokens", { name: "CI", scopes: ["read"] })).body;
    const bearer = { authorization: `Bearer ${token}` };
    expect((await browser(world).send("GET", "/rights/read", undefined, bearer)).body).toEqual({ may: true });
    const { items } = (await ann.send("GET", "/api/v1/members")).body;
    const { user } = items.find(({ email }: { email: string }) => email === "bob@acme.example");
    expect((await bob.send("DELETE", `/api/v1/members/${user}`)).status).toBe(403);
    expect((await ann.send("DELETE", `/api/v1/members/${user}`)).status).toBe(200);
    expect((await bob.send("GET", "/rights/read")).status).toBe(403);
    expect((await browser(world).send("GET", "/rights/read", undefined, bearer)).status).toBe(401);
  });
});
