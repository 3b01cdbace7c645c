/** Living in a server with accounts: set-up, signing in and out, here or by a provider, and an invitation. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GITHUB_CLIENT, type GithubServer, startGithub } from "@freehold/server/github-for-tests";
import { OIDC_CLIENT, type OidcServer, startOidc } from "@freehold/server/oidc-for-tests";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { keptPages, PASSWORD } from "./kept-pages.ts";
import { audit } from "./opened-pages.ts";

const ANN = { email: "ann@acme.example", primary: true, verified: true };
let oidc: OidcServer;
let github: GithubServer;

const { address, setup, open, takeComplaints } = keptPages("on", async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const carol = { email: "carol@acme.example", email_verified: true, name: "Carol" };
  const eve = { email: ANN.email, email_verified: false, name: "Eve" };
  oidc = await startOidc({ carol, eve }, [`${publicUrl}/api/auth/callback/oidc`]);
  github = await startGithub({ ann: { id: 1, name: "ann", emails: [ANN] } });
  return {
    port,
    publicUrl,
    "signIn.oidc.issuer": oidc.issuer,
    "signIn.oidc.clientId": OIDC_CLIENT.clientId,
    "signIn.oidc.clientSecret": OIDC_CLIENT.clientSecret,
    "signIn.github.url": github.url,
    "signIn.github.clientId": GITHUB_CLIENT.clientId,
    "signIn.github.clientSecret": GITHUB_CLIENT.clientSecret,
  };
});

afterAll(async () => {
  await oidc?.[Symbol.asyncDispose]();
  await github?.[Symbol.asyncDispose]();
});

/** Providers send people back to an address that they know beforehand. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** Slow machines: the browser shares two cores with whatever else is tested. */
const SLOW = { timeout: 60_000 };

async function signIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** At a provider of tests. */
async function by(page: Page, button: string, login: string): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Continue" }).click();
}

/** Where the app is, once somebody is in. */
async function inside(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
}

describe("the first account", () => {
  it("is made by the link of the terminal, and is in", SLOW, async () => {
    const page = await open("ann", setup());
    await page.getByRole("heading", { name: "Set up Freehold" }).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.getByLabel("Name").fill("Ann Ekberg");
    await page.getByLabel("E-mail").fill("ann@acme.example");
    await page.getByLabel("Password").first().fill("short");
    await page.getByRole("button", { name: "Make the account" }).click();
    await page.getByText("write 12 characters or more").first().waitFor();
    for (const complaint of takeComplaints()) expect(complaint).toContain("400");
    await page.getByLabel("Password").first().fill(PASSWORD);
    await page.getByRole("button", { name: "Make the account" }).click();
    await inside(page);
    await page.getByText("Ann Ekberg").waitFor();
    expect(new URL(page.url()).pathname).toBe("/products");
    expect(new URL(page.url()).hash).toBe("");
    takeComplaints();
  });

  it("is made once: the link says so afterwards", async () => {
    const page = await open("eve", setup());
    await page.getByText("used, withdrawn or has expired").waitFor();
    for (const complaint of takeComplaints()) expect(complaint).toContain("404");
  });
});

describe("signing in", () => {
  it("comes before any page, says what was wrong, and then shows the page that was asked for", async () => {
    const page = await open("bob", "/people");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await audit(page)).toEqual([]);
    await signIn(page, "ann@acme.example", "not my password");
    await page.getByRole("alert").getByText("Invalid email or password").waitFor();
    for (const complaint of takeComplaints()) expect(complaint).toContain("401");
    await signIn(page, "ann@acme.example");
    await inside(page);
    expect(new URL(page.url()).pathname).toBe("/people");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.goto(`${address()}/people`);
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    takeComplaints();
  });
});

describe("a telephone", () => {
  it("has the way out, and the colours, behind a button", async () => {
    const page = await open("cleo", "/people", { width: 390 });
    await signIn(page, "ann@acme.example");
    await inside(page);
    await page.getByRole("button", { name: "Sign out" }).waitFor({ state: "hidden" });
    const button = page.getByRole("button", { name: "Account and colours" });
    await button.click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
    await page.getByText("Dark", { exact: true }).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Sign out" }).waitFor({ state: "hidden" });
    await button.click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    // Without mail nobody can be sent a link.
    expect(await page.getByText("Forgot your password?").count()).toBe(0);
    takeComplaints();
  });
});

describe("signing in by a provider", () => {
  it("leads whoever is invited back to the page that they asked for", SLOW, async () => {
    const page = await open("carol", "/people");
    await by(page, "Sign in with your organisation", "carol");
    await page.getByRole("heading", { name: "Ask for an invitation" }).waitFor();
    await page.getByText("carol@acme.example").waitFor();
    expect(new URL(page.url()).pathname).toBe("/people");
    for (const complaint of takeComplaints()) expect(complaint).toContain("403");
  });

  it("lets into the account of an address that GitHub vouches for", SLOW, async () => {
    const page = await open("ann at home", "/people");
    await by(page, "Sign in with GitHub", "ann");
    await inside(page);
    await page.getByText("Ann Ekberg").waitFor();
    expect(new URL(page.url()).pathname).toBe("/people");
    takeComplaints();
  });

  it("says why it lets nobody in by an address that nobody vouches for", SLOW, async () => {
    const page = await open("eve at work", "/people");
    await by(page, "Sign in with your organisation", "eve");
    await page.getByRole("alert").getByText("There is an account of this address already").waitFor();
    takeComplaints();
  });
});

describe("dark", () => {
  it("has no serious fault at the door", async () => {
    const page = await open("nobody", "/", { colours: "dark" });
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await audit(page)).toEqual([]);
  });
});
