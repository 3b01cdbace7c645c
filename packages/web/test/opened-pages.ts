/**
 * The pages, built as for people and opened in a real browser. Anything written to the console as an
 * error, also by the security policy, fails the test.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { serveSnapshot, type SnapshotServer, type SnapshotServerOptions } from "@freehold/server";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launchBrowser } from "./browser.ts";

type Served = Pick<SnapshotServerOptions, "snapshot" | "comparison" | "drafts">;

interface View {
  readonly width?: number;
  readonly colours?: "light" | "dark";
  readonly at?: SnapshotServer;
  readonly fresh?: string;
}

interface OpenedPages {
  /** Tests share a tab, and with it the cache; `fresh` gives one of its own to those that write into it. */
  readonly open: (path: string, view?: View) => Promise<Page>;
  /** Another server of the same pages, whose products may not be assessed yet; the caller closes it. */
  readonly serve: (served: Served) => Promise<SnapshotServer>;
  /** Taken out, so that what is expected does not fail the test. */
  readonly takeComplaints: () => readonly string[];
}

/** One server and one browser for a test file. To be called at its top. */
export function openedPages(served: Served): OpenedPages {
  const webRoot = inject("webRoot");
  let server: SnapshotServer;
  let browser: Browser;
  /** One tab a context: a tab is a process, and what it compiled is lost with it. */
  const tabs = new Map<string, Page>();
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await serveSnapshot({ ...served, webRoot });
    await server.assessed();
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Ends what it still waits for: nobody is left who would hear an answer. */
  const leave = async () => {
    for (const tab of tabs.values()) await tab.goto("about:blank");
  };

  afterEach(async () => {
    await leave();
    expect(complaints.splice(0)).toEqual([]);
  });

  const newTab = async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    return page;
  };

  return {
    async open(path, view = {}) {
      const { width = 1280, colours = "light", at = server, fresh = "" } = view;
      const page = tabs.get(fresh) ?? (await newTab());
      tabs.set(fresh, page);
      await page.emulateMedia({ colorScheme: colours });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(at.address + path);
      return page;
    },
    async serve(other) {
      const extra = await serveSnapshot({ ...other, webRoot });
      // A page that still waits for an answer would complain of its server.
      const close = async () => {
        await leave();
        await extra.close();
      };
      return { ...extra, close };
    },
    takeComplaints: () => complaints.splice(0),
  };
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Serious faults only; of the dialog in front, where there is one: what lies dimmed behind it is out of reach. Through the debugger, since the page's own policy rightly refuses foreign scripts. */
export async function audit(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate("typeof axe === 'object'"))) {
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  }
  const options = JSON.stringify({ resultTypes: ["violations"], ...(rules === undefined ? {} : { runOnly: rules }) });
  const result = (await page.evaluate(
    `axe.run([...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? document, ${options})`,
  )) as AxeResult;
  return result.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
    );
}

/** Faults of an open page in light, and of its colours in dark: nothing else differs between the two. */
export async function auditBoth(page: Page): Promise<string[]> {
  const light = await audit(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-mantine-color-scheme=dark]").waitFor();
  const dark = await audit(page, ["color-contrast"]);
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((fault) => `dark ${fault}`)];
}
