/**
 * The pages over a store, built as for people and opened in a real browser. Anything written to the console
 * as an error, also by the security policy, fails the test.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PortfolioServer, readConfiguration, startPortfolioServer } from "@freehold/server";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { acmeSnapshot } from "./fixture.ts";

export const PASSWORD = "correct horse battery";

export interface KeptPages {
  /** Address of the server. */
  readonly address: () => string;
  /** The path of the link that makes the first account. */
  readonly setup: () => string;
  /** Each person has a context, and with it cookies of their own. */
  readonly open: (person: string, path: string, view?: View) => Promise<Page>;
  /** As when a session ended while somebody was at work. */
  readonly forgetSession: (person: string) => Promise<void>;
  /** Taken out, so that what is expected does not fail the test. */
  readonly takeComplaints: () => readonly string[];
}

interface View {
  readonly colours?: "light" | "dark";
  readonly width?: number;
}

type Flags = Readonly<Record<string, unknown>>;

/**
 * To be called at the top of a test file. With accounts there is nobody at first; the portfolio is there either way.
 * `more`: further settings, made when the tests begin.
 */
export function keptPages(accounts: "on" | "off", more: () => Promise<Flags> = async () => ({})): KeptPages {
  let folder: string;
  let server: PortfolioServer;
  let browser: Browser;
  const contexts = new Map<string, BrowserContext>();
  const complaints: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "freehold-kept-"));
    const database = join(folder, "freehold.db");
    await filled(database);
    server = await startPortfolioServer({
      database,
      settings: settingsOf(accounts, await more()),
      webRoot: inject("webRoot"),
    });
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  afterEach(async () => {
    for (const context of contexts.values()) for (const page of context.pages()) await page.close();
    expect(complaints.splice(0)).toEqual([]);
  });

  const contextOf = async (person: string) => {
    const known = contexts.get(person) ?? (await browser.newContext({ reducedMotion: "reduce" }));
    contexts.set(person, known);
    return known;
  };

  return {
    address: () => server.address,
    setup: () => new URL(server.setup ?? "http://none/").pathname + new URL(server.setup ?? "http://none/").hash,
    async open(person, path, { colours = "light", width = 1280 } = {}) {
      const page = await (await contextOf(person)).newPage();
      await page.emulateMedia({ colorScheme: colours });
      await page.setViewportSize({ width, height: 860 });
      page.setDefaultTimeout(20_000);
      page.on("console", (message) => {
        if (message.type() === "error" && !AWAITED.test(message.location().url)) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(server.address + path);
      return page;
    },
    forgetSession: async (person) => await (await contextOf(person)).clearCookies(),
    takeComplaints: () => complaints.splice(0),
  };
}

/** What the sidebar asks for on every page, and a server over a store does not answer yet. */
const AWAITED = /\/api\/v1\/summary$/;

/** The portfolio is brought in before anybody signs in, as by a server for one person. */
async function filled(database: string): Promise<void> {
  const server = await startPortfolioServer({ database, settings: settingsOf("off") });
  const response = await fetch(`${server.address}/api/v1/snapshots`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(acmeSnapshot()),
  });
  expect(response.status, await response.text()).toBe(201);
  await server.close();
}

function settingsOf(accounts: "on" | "off", more: Flags = {}) {
  const read = readConfiguration({ flags: { accounts, port: 0, "log.level": "silent", ...more } });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.configuration.settings;
}
