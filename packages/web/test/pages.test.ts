/** The pages in a real browser: the main action of each, keys, and accessibility in light and dark. */
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { acmeSnapshot, largeSnapshot } from "./fixture.ts";
import { audit, auditBoth, openedPages } from "./opened-pages.ts";

const { open, serve, takeComplaints } = openedPages({ snapshot: acmeSnapshot() });

/** What is shown in the rows of the table, from the top. */
async function names(page: Page): Promise<string[]> {
  await page.locator(".table-body .row-link").first().waitFor();
  return page.locator(".table-body .row-link").allTextContents();
}

describe("products", () => {
  it("lists the products, those with the widest reach first", async () => {
    const page = await open("/");
    expect((await names(page)).slice(0, 3)).toEqual(["schema", "logger", "crypto-kit"]);
    expect(new URL(page.url()).pathname).toBe("/products");
    expect(await page.title()).toBe("Products · Freehold");
  });

  it("searches, and keeps the search in the address", async () => {
    const page = await open("/products");
    await names(page);
    await page.keyboard.press("/");
    await page.keyboard.type("double-entry");
    await page.getByText("1 of 20").waitFor();
    expect(await names(page)).toEqual(["ledger"]);
    expect(new URL(page.url()).search).toBe("?q=double-entry");
  });

  it("narrows down by a facet, and back", async () => {
    const page = await open("/products");
    await names(page);
    await page.getByRole("button", { name: "Owner", exact: true }).first().click();
    await page.getByLabel("Unowned").check();
    await page.getByText("2 of 20").waitFor();
    expect((await names(page)).sort()).toEqual(["importer", "mailer"]);
    expect(new URL(page.url()).search).toBe("?owner=unowned");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("20", { exact: true }).first().waitFor();
    expect(new URL(page.url()).search).toBe("");
  });

  it("sorts by a heading", async () => {
    const page = await open("/products");
    await names(page);
    await page.getByRole("button", { name: "Product", exact: true }).click();
    await page.getByRole("columnheader", { name: "Product" }).and(page.locator("[aria-sort=ascending]")).waitFor();
    expect((await names(page))[0]).toBe("api-gateway");
    expect(new URL(page.url()).search).toBe("?sort=name");
  });

  it("links each figure to its list", async () => {
    const page = await open("/products");
    await page.getByRole("link", { name: "3 owner left" }).click();
    await page.getByText("3 of 20").waitFor();
    expect((await names(page)).sort()).toEqual(["billing", "ledger", "legacy-reports"]);
  });

  it("says why a list is empty, with a way out", async () => {
    const page = await open("/products?q=nonsense");
    await page.getByText("No product fits").waitFor();
    await page.getByRole("button", { name: "Show all 20" }).click();
    expect(await names(page)).toHaveLength(20);
  });
});

describe("a product", () => {
  it("shows mission, owners and why the units are one product", async () => {
    const page = await open("/products/queue");
    await page.getByRole("heading", { name: "queue" }).waitFor();
    const text = await page.locator("main").innerText();
    expect(text).toContain("Work that survives a restart.");
    expect(text).toContain("Disagreement");
    expect(text).toMatch(/Declared\s+Ada Moreau/);
    expect(text).toMatch(/Present steward\s+Chidi Okafor/);
    expect(text).toContain("It is published, so others can rely on it");
  });

  it("opens the evidence of an owner in one click", async () => {
    const page = await open("/products/queue");
    await page.getByRole("button", { name: "Evidence for: Present steward: Chidi Okafor" }).click();
    const panel = page.getByRole("dialog", { name: "Evidence" });
    await panel.getByText("9 of the last 12 commits").waitFor();
    const text = await panel.innerText();
    expect(text).toContain("owners.steward");
    expect(text).toContain("4b825dc642");
    expect(text).toContain("71% sure");
    await panel.getByRole("button", { name: "Copy this evidence" }).waitFor();
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "hidden" });
  });

  it("shows who relies on it, down to file, line and symbols", async () => {
    const page = await open("/products/queue?tab=dependents");
    await page.getByRole("button", { name: "Uses: billing relies on queue" }).click();
    await page.getByText("createThing").first().waitFor();
    await page.getByRole("button", { name: "Evidence for: billing relies on queue" }).first().click();
    const panel = page.getByRole("dialog", { name: "Evidence" });
    await panel.getByText("services/billing/src/index.ts:2").waitFor();
  });

  it("keeps its tabs in the address", async () => {
    const page = await open("/products/auth");
    await page.getByRole("link", { name: /^Provides/ }).click();
    await page.getByText("pkg:npm/@acme/auth").waitFor();
    expect(new URL(page.url()).search).toBe("?tab=provides");
    await page.goBack();
    await page.getByRole("heading", { name: "Ownership" }).waitFor();
  });

  it("says what to do where there is no such product", async () => {
    const page = await open("/products/nonsense");
    await page.getByRole("alert").getByText('There is no product "nonsense"').waitFor();
    // The browser itself complains of each 404.
    for (const complaint of takeComplaints()) expect(complaint).toContain("404");
  });
});

describe("the map", () => {
  it("draws the products and lists the same beside them", async () => {
    const page = await open("/map");
    await page.locator(".react-flow__node").first().waitFor();
    expect(await page.locator(".react-flow__node").count()).toBe(18);
    expect(await page.locator(".map-list > ul > li").count()).toBe(18);
    await page.getByText("18 of 20 products; the others stand alone").waitFor();
  });

  it("goes to the surroundings of a product, from the list as from the picture", async () => {
    const page = await open("/map");
    await page.locator(".map-list summary", { hasText: "auth" }).click();
    await page.getByRole("link", { name: "Show its surroundings" }).click();
    await page.getByText("7 of 20 products: the surroundings of one").waitFor();
    expect(new URL(page.url()).search).toBe("?focus=auth");
    await page.locator(".react-flow__node", { hasText: "crypto-kit" }).click();
    await page.waitForURL("**/map?focus=crypto-kit");
  });
});

describe("people", () => {
  it("shows who owns what, and leads to it", async () => {
    const page = await open("/people");
    expect((await names(page))[0]).toBe("Eun-ji Park");
    await page.getByRole("link", { name: "Chidi Okafor" }).click();
    await page.getByText("2 of 20").waitFor();
    expect((await names(page)).sort()).toEqual(["auth", "crypto-kit"]);
  });
  it("shows who has no product", async () => {
    const page = await open("/people?show=without");
    await page.getByText("Everybody has a product").waitFor();
  });
});

describe("findings", () => {
  it("shows violations with their evidence, and problems with what to do", async () => {
    const page = await open("/findings");
    await page.getByText("past the declared entry of client").waitFor();
    await page.getByText("Put a comma at the end of line 3.").waitFor();
    await page.getByRole("button", { name: "Evidence for: Entry bypassed" }).click();
    await page.getByText("apps/dashboard/src/login.ts:9").waitFor();
  });
  it("narrows down to problems", async () => {
    const page = await open("/findings");
    await page.getByRole("button", { name: "Problems 3" }).click();
    await page.getByText("past the declared entry of client").waitFor({ state: "detached" });
    expect(new URL(page.url()).search).toBe("?show=problems");
  });
});

describe("keys", () => {
  it("finds a product in the palette", async () => {
    const page = await open("/map");
    await page.getByRole("heading", { name: "Map" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find a product or an action" }).fill("led");
    await page.getByRole("option", { name: /ledger/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/products/ledger");
  });
  it("goes to pages by two letters and through rows by j and k", async () => {
    const page = await open("/findings");
    await page.getByRole("heading", { name: "Findings" }).waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await names(page);
    for (const key of ["j", "j", "k"]) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("schema");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/products/schema");
  });
  it("can switch single letters off", async () => {
    const page = await open("/products", { fresh: "letters" });
    await names(page);
    await page.keyboard.press("?");
    await page.getByLabel("Single-letter shortcuts").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.waitForTimeout(200);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

describe("colours", () => {
  it("follows the system before anything is painted, and what was chosen after that", async () => {
    const page = await open("/products", { colours: "dark", fresh: "colours" });
    await names(page);
    const scheme = () => page.evaluate(() => document.documentElement.dataset["mantineColorScheme"]);
    expect(await scheme()).toBe("dark");
    await page.getByText("Light", { exact: true }).click({ force: true });
    expect(await scheme()).toBe("light");
    await page.reload();
    expect(await scheme()).toBe("light");
  });
});

describe("accessibility", () => {
  /** What a page shows once all of it is there. */
  const paths = [
    ["/products", ".table-body .row-link"],
    ["/products/queue", "text=Present steward"],
    ["/products/queue?tab=dependents", "role=button[name=/^Uses: billing/]"],
    ["/products/schema?tab=provides", "text=pkg:npm/@acme/schema"],
    ["/map", ".react-flow__edge"],
    ["/people", ".table-body .row-link"],
    ["/findings", "text=past the declared entry of client"],
  ] as const;

  it.each(paths)("%s has no serious fault, nor scrolls sideways on a telephone", async (path, shown) => {
    const page = await open(path);
    await page.locator(shown).first().waitFor({ state: "attached" });
    expect(await auditBoth(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    await page.locator(shown).first().waitFor({ state: "attached" });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it("has none in its overlays", { timeout: 60_000 }, async () => {
    const page = await open("/products/queue");
    await page.getByRole("button", { name: "Evidence for: Present steward: Chidi Okafor" }).click();
    await page.getByRole("dialog", { name: "Evidence" }).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Find a product or an action" }).waitFor();
    expect(await audit(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox", { name: "Find a product or an action" }).waitFor({ state: "detached" });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    expect(await audit(page)).toEqual([]);
  });
});

describe("thousands of products", () => {
  it("are a table of only the rows in view, and a picture that follows the pointer", { timeout: 240_000 }, async () => {
    const large = await serve({ snapshot: largeSnapshot(2_000) });
    try {
      const began = performance.now();
      const page = await open("/products", { at: large });
      await names(page);
      const first = performance.now() - began;
      expect(await page.locator(".table-body .table-row").count()).toBeLessThan(80);
      const typed = performance.now();
      await page.getByRole("searchbox").fill("juniper-kestrel-99");
      await page.getByText(/^\d+ of 2,000$/).waitFor();
      const searched = performance.now() - typed;
      console.info(`2,000 products: first row ${Math.round(first)} ms, search ${Math.round(searched)} ms`);
      await page.goto(`${large.address}/plane`);
      await page.getByRole("img").waitFor({ timeout: 150_000 });
      const frames = await page.evaluate(moveAcross);
      console.info(`${frames.worst.toFixed(0)} ms at worst for a move of the pointer`);
      expect(frames.moves).toBe(40);
    } finally {
      await large.close();
    }
  });
});

/** Moves the pointer over the picture, and measures how long the page is busy with each move. */
async function moveAcross(): Promise<{ moves: number; worst: number }> {
  const canvas = document.querySelector("canvas");
  const box = canvas?.getBoundingClientRect() ?? new DOMRect();
  let worst = 0;
  let moves = 0;
  for (; moves < 40; moves++) {
    const began = performance.now();
    const at = { clientX: box.left + (box.width * moves) / 40, clientY: box.top + box.height / 2, bubbles: true };
    canvas?.dispatchEvent(new MouseEvent("mousemove", at));
    await new Promise((done) => setTimeout(done, 0));
    worst = Math.max(worst, performance.now() - began);
  }
  return { moves, worst };
}
