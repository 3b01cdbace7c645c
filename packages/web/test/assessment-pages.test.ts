/** Characteristics, next steps, drift and the plane, in a real browser on real assessments. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { acmeSnapshot } from "./fixture.ts";
import { auditBoth, openedPages } from "./opened-pages.ts";

const PATCH =
  "diff --git a/p/product.yaml b/p/product.yaml\n--- /dev/null\n+++ b/p/product.yaml\n@@ -0,0 +1 @@\n+name: Queue\n";

const OWNER = {
  subject: "owner",
  declared: "Dana Whitfield",
  observed: "no longer active here",
  file: "p/product.yaml",
  patch: PATCH,
};

const { open, serve } = openedPages({
  snapshot: acmeSnapshot(),
  drafts: {
    of: () =>
      Promise.resolve({
        drafts: [{ step: "charter", files: ["p/product.yaml"], questions: ["Who is it for?"], patch: PATCH }],
        drift: [OWNER],
      }),
  },
});

/** The results of the checks of characteristics in view. */
async function results(page: Page): Promise<ReadonlySet<string | null>> {
  const checks = page.locator(".characteristic .check:has(.link-toggle)");
  await checks.first().waitFor();
  return new Set(await checks.evaluateAll((all) => all.map((one) => one.getAttribute("data-result"))));
}

describe("characteristics", () => {
  const path = "/products/queue?tab=characteristics";

  it("shows nine, each check with its result told by a word", async () => {
    const page = await open(path);
    await results(page);
    expect(await page.locator(".characteristic:not(#steady-state, #plane)").count()).toBe(9);
    const marks = await page.locator(".result").allInnerTexts();
    expect(new Set(marks).isSubsetOf(new Set(["Passed", "Failed", "Unknown", "Not asked"]))).toBe(true);
    await page.getByText("This snapshot is older than the facts that checks look at").waitFor();
  });

  it("narrows down by result, in the address", async () => {
    const page = await open(path);
    await page.getByRole("button", { name: /^Failed \d/ }).click();
    await page.waitForURL("**/products/queue?tab=characteristics&result=failed");
    expect(await results(page)).toEqual(new Set(["failed"]));
    const other = await open(`${path}&result=unknown`);
    expect(await results(other)).toEqual(new Set(["unknown"]));
  });

  it("says of a check what was found, on what, by which rule and how to mend it", async () => {
    const page = await open(`${path}&result=failed`);
    const check = page.locator(".check[data-result=failed]").first();
    expect(await check.locator(".check-mend").innerText()).not.toBe("");
    await check.getByRole("button", { name: /^Why it is asked/ }).click();
    await check.getByText("Source", { exact: true }).waitFor();
    await check.getByRole("button", { name: /^Evidence for/ }).click();
    await page.getByRole("dialog", { name: "Evidence" }).waitFor();
  });
});

describe("next steps", () => {
  it("come with why, effort, what they raise, and lead to the characteristic", async () => {
    const page = await open("/products/queue?tab=next");
    const step = page.locator(".step").first();
    await step.waitFor();
    expect(await step.locator(".step-gain").innerText()).toMatch(/^\+\d+\s+points$/);
    await step.locator(".step-raise").first().click();
    await page.waitForURL("**/products/queue?tab=characteristics#*");
  });
});

describe("the draft of a step", () => {
  it("is shown with its questions, and copied as a patch", async () => {
    const page = await open("/products/queue?tab=next", { fresh: "clipboard" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByText("Who is it for?").waitFor();
    await page.getByText("Draft of p/product.yaml").click();
    await page.getByRole("region", { name: "Draft of p/product.yaml" }).getByText("+name: Queue").waitFor();
    await page.getByRole("button", { name: "Copy the patch of p/product.yaml, for git apply" }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(PATCH);
  });

  it("is named as a command where only a snapshot is at hand", async () => {
    const alone = await serve({ snapshot: acmeSnapshot() });
    try {
      const page = await open("/products/queue?tab=next", { at: alone });
      await page.getByText("freehold next queue --patch --step charter").waitFor();
    } finally {
      await alone.close();
    }
  });
});

describe("drift", () => {
  it("sets what is declared beside what is observed", async () => {
    const page = await open("/products/billing?tab=drift");
    const text = await page.locator(".drift").first().innerText();
    expect(text).toContain("Declared");
    expect(text).toContain("Dana Whitfield");
    expect(text).toContain("no longer active here");
    await page.getByText("Patch of p/product.yaml").click();
    await page.getByRole("region", { name: "Patch of p/product.yaml" }).getByText("+name: Queue").waitFor();
  });
  it("says that nothing is declared, where nothing is", async () => {
    const page = await open("/products/logger?tab=drift");
    await page.getByText("Nothing is declared").waitFor();
  });
});

describe("the plane", () => {
  it("is a picture and the same as a table, both narrowed down by the address", async () => {
    const page = await open("/plane");
    await page.getByRole("img", { name: /^\d+ products by simplicity/ }).waitFor();
    await page.getByRole("searchbox").fill("ledger");
    await page.getByText("1 of 20").waitFor();
    expect(await page.locator(".table-body .row-link").allTextContents()).toEqual(["ledger"]);
    expect(new URL(page.url()).search).toBe("?q=ledger");
    await page.getByRole("link", { name: "ledger" }).click();
    await page.waitForURL("**/products/ledger?tab=characteristics");
  });
});

describe("the list of products", () => {
  it("shows score, stage and steady state, to sort and to narrow down by", async () => {
    const page = await open("/products?sort=-score&steady=open");
    await page.locator(".table-body [title*='failed']").first().waitFor();
    await page.getByRole("columnheader", { name: "Score" }).and(page.locator("[aria-sort=descending]")).waitFor();
    const scores = await page.locator(".table-body [title*='failed']").allTextContents();
    const least = scores.map((score) => Number(score.split("–")[0]));
    expect(least.length).toBeGreaterThan(5);
    expect(least).toEqual(least.toSorted((a, b) => b - a));
  });
});

describe("accessibility", () => {
  const paths = [
    "/plane",
    "/products",
    ...["characteristics", "next", "drift"].map((tab) => `/products/billing?tab=${tab}`),
  ];

  it.each(paths)("%s has no serious fault, nor scrolls sideways on a telephone", async (path) => {
    const page = await open(path);
    await page.locator("h1").waitFor();
    await page.locator(".check, .step, .drift, .row-link").first().waitFor();
    expect(await auditBoth(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator(".check, .step, .drift, .row-link").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.locator("#content").evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
