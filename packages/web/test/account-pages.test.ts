/** Living in a server with accounts: set-up, signing in and out, an ended session, an invitation. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { keptPages, PASSWORD } from "./kept-pages.ts";
import { audit } from "./opened-pages.ts";

const { address, setup, open, takeComplaints } = keptPages("on");

async function signIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: false }).first().fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Where the app is, once somebody is in. */
async function inside(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Pages" }).waitFor();
}

describe("the first account", () => {
  it("is made by the link of the terminal, and is in", async () => {
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

describe("dark", () => {
  it("has no serious fault at the door", async () => {
    const page = await open("nobody", "/", { colours: "dark" });
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(await audit(page)).toEqual([]);
  });
});
