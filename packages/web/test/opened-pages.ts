/**
 * The pages, built as for people and opened in a real browser. Anything written to the console as an
 * error, also by the security policy, fails the test.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { serveSnapshot, type SnapshotServer, type SnapshotServerOptions } from "@freehold/server";
import type { Browser, BrowserContext, Page } from "playwright-core";
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
  /** Tests share a context, and with it the cache; `fresh` gives one of its own to those that write into it. */
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
  let current: Page | undefined;
  const contexts = new Map<string, BrowserContext>();
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

  afterEach(async () => {
    await current?.close();
    current = undefined;
    expect(complaints.splice(0)).toEqual([]);
  });

  return {
    async open(path, view = {}) {
      const { width = 1280, colours = "light", at = server, fresh = "" } = view;
      const key = `${colours} ${fresh}`;
      const context =
        contexts.get(key) ?? (await browser.newContext({ colorScheme: colours, reducedMotion: "reduce" }));
      contexts.set(key, context);
      await current?.close();
      const page = await context.newPage();
      current = page;
      await page.setViewportSize({ width, height: 800 });
      page.setDefaultTimeout(20_000);
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(at.address + path);
      return page;
    },
    async serve(other) {
      const extra = await serveSnapshot({ ...other, webRoot });
      // A page that still waits for an answer would complain of its server.
      const close = async () => {
        await current?.close();
        current = undefined;
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
export async function audit(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const result = (await page.evaluate(
    `${source}; axe.run([...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? document, { resultTypes: ["violations"] })`,
  )) as AxeResult;
  return result.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
    );
}
