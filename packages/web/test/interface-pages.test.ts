/** The interface of a product and the changes between two snapshots, in a real browser. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { acmeSnapshot } from "./fixture.ts";
import { acmeComparison, readSnapshot, wideSnapshot } from "./interface-fixture.ts";
import { auditBoth, openedPages } from "./opened-pages.ts";

const { open, serve } = openedPages({ snapshot: readSnapshot(), comparison: acmeComparison() });

const PATH = "/products/schema?tab=interface";

/** Names of the elements in view, from the top. */
async function elements(page: Page): Promise<string[]> {
  await page.locator(".entry-name > code").first().waitFor();
  return page.locator(".entry-name > code").allTextContents();
}

describe("the interface of a product", () => {
  it("shows what is promised beside what is used, undeclared names first", async () => {
    const page = await open(PATH);
    expect(await elements(page)).toEqual(["secret", "parseMoney", "formatMoney", "convert", "Money", "Ledger"]);
    const figures = await page.locator(".boundary-legend").innerText();
    expect(figures.replaceAll(/\s+/g, " ")).toBe("Used by others 4 Used by nobody 3 Used, not promised 1");
    const shown = await page.getByRole("list", { name: "Elements" }).innerText();
    expect(shown).toContain("function parseMoney(text: string, locale?: string): Money | undefined");
    expect(shown).toContain("An amount with its currency.");
    expect(shown).toContain("Deprecated");
    expect(shown).toContain("Shape unknown");
  });

  it("opens an element to its members, its place and who uses it, by file and line", async () => {
    const page = await open(PATH);
    await page.getByRole("button", { name: "Money: where it is, and who uses it", exact: true }).click();
    await page.getByText("packages/schema/src/money.ts:12").first().waitFor();
    await page.getByRole("link", { name: "packages/auth/src/price.ts:7" }).waitFor();
    await page.getByText("and 2 more places").first().waitFor();
    expect(await elements(page)).toContain("Money.currency");
  });

  it("has the evidence of an element one click away", async () => {
    const page = await open(PATH);
    await page.getByRole("button", { name: "Evidence for: @acme/schema promises parseMoney" }).click();
    await page.getByRole("dialog", { name: "Evidence" }).getByText("typescript.declaration").waitFor();
  });

  it("narrows down by use, kind, stability and words, all in the address", async () => {
    const page = await open(PATH);
    await page.getByRole("button", { name: "Used by nobody 3" }).click();
    await page.getByText("3 of 8").waitFor();
    expect(await elements(page)).toEqual(["formatMoney", "convert", "Ledger"]);
    expect(new URL(page.url()).search).toBe("?tab=interface&use=unused");
    await page.getByRole("searchbox").fill("rate");
    await page.getByText("1 of 8").waitFor();
    expect(await elements(page)).toEqual(["convert"]);
    await open(`${PATH}&stability=beta,deprecated&kind=class`).then(async (other) =>
      expect(await elements(other)).toEqual(["Ledger"]),
    );
  });

  it("tells who goes past it, and leads to what changed", async () => {
    const page = await open("/products/logger?tab=interface");
    await page.getByText("1 violation of its boundary by others").click();
    await page.getByText("importer imports @acme/logger and does not declare it.").waitFor();
    const other = await open(PATH);
    await other.getByRole("link", { name: "Changes since before.json" }).click();
    await other.waitForURL("**/diff?product=schema");
  });

  it("says that nothing fits, with a way out", async () => {
    const page = await open(`${PATH}&q=nonsense`);
    await page.getByRole("button", { name: "Show all" }).click();
    expect(await elements(page)).toHaveLength(6);
  });

  it("moves by j and opens by enter", async () => {
    const page = await open(PATH);
    await elements(page);
    for (const key of ["j", "j", "j"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(120);
    }
    await page.keyboard.press("Enter");
    await page.locator(".link-toggle[aria-expanded=true]").waitFor();
  });

  it("tells what is not understood from what was not read", async () => {
    const understood = await open("/products/logger?tab=interface");
    await understood.getByText("No interface that is understood").waitFor();
    const unread = await open("/products/legacy-reports?tab=interface");
    await unread.getByText("Interfaces were not read").waitFor();
  });

  it("has thousands of elements, and only those in view exist", { timeout: 60_000 }, async () => {
    const wide = await serve({ snapshot: wideSnapshot(8000) });
    try {
      const page = await open(PATH, { at: wide });
      await elements(page);
      expect(await page.locator(".entry").count()).toBeLessThan(60);
      await page.locator("#content").evaluate((main) => main.scrollTo(0, main.scrollHeight));
      await page.getByText("thing7998", { exact: true }).first().waitFor();
      expect(await page.locator(".entry").count()).toBeLessThan(60);
      await page.getByRole("searchbox").fill("thing4321");
      await page.getByText("1 of 8,003").waitFor();
    } finally {
      await wide.close();
    }
  });
});

describe("changes", () => {
  it("lists what changed, the gravest first, with the signature before and after", async () => {
    const page = await open("/diff");
    expect(await elements(page)).toEqual(["parseMoney", "Currency", "convert", "Ledger"]);
    const text = await page.getByRole("region", { name: "Changes" }).innerText();
    expect(text).toContain("Version too small");
    expect(text).toContain("needs a major step: 3.0.0");
    expect(text).toContain("parseMoney may return undefined");
    expect(await page.locator("mark").allTextContents()).toContain(", locale?: string");
  });

  it("leads to who is hit, by file and line, and to the element as it is now", async () => {
    const page = await open("/diff");
    await page.getByRole("button", { name: "Changed, breaking: parseMoney" }).click();
    await page.getByText("typescript/return-type").waitFor();
    await page.getByRole("link", { name: "services/billing/src/sum.ts:4" }).waitFor();
    await page.getByRole("link", { name: "See it in the interface" }).click();
    await page.waitForURL("**/products/schema?tab=interface&q=parseMoney");
    expect(await elements(page)).toEqual(["parseMoney"]);
  });

  it("narrows down by class, and keeps it in the address", async () => {
    const page = await open("/products");
    await page.getByRole("link", { name: /^Changes/ }).click();
    await page.getByRole("button", { name: "Class" }).click();
    await page.getByRole("checkbox", { name: "Unknown" }).check();
    await page.getByText("1 of 4").waitFor();
    expect(await elements(page)).toEqual(["convert"]);
    expect(new URL(page.url()).search).toBe("?class=unknown");
    const linked = await open("/diff?hits=some&product=schema");
    expect(await elements(linked)).toEqual(["parseMoney"]);
  });

  it("says how far an answer from snapshots alone goes", async () => {
    const other = await serve({ snapshot: readSnapshot(), comparison: acmeComparison("shapes") });
    try {
      const page = await open("/diff", { at: other });
      await page.getByText("a changed shape is of class unknown").waitFor();
    } finally {
      await other.close();
    }
  });

  it("says how to compare where nothing was named", async () => {
    const alone = await serve({ snapshot: acmeSnapshot() });
    try {
      const page = await open("/diff", { at: alone });
      await page.getByText("freehold open --base main").waitFor();
      expect(await page.getByRole("link", { name: /^Changes/ }).count()).toBe(0);
    } finally {
      await alone.close();
    }
  });
});

describe("accessibility", () => {
  it.each([PATH, "/diff"])("%s has no serious fault, nor scrolls sideways on a telephone", async (path) => {
    const page = await open(path);
    await elements(page);
    await page.locator(".link-toggle").nth(1).click();
    expect(await auditBoth(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.locator("#content").evaluate((main) => main.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
