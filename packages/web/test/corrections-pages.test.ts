/** An edit that the charter contradicts, up to the commit that adopts it. */
import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Snapshot, snapshotSchema } from "@freehold/model";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acmeSnapshot } from "./fixture.ts";
import { keptPages } from "./kept-pages.ts";
import { audit } from "./opened-pages.ts";

const { address, open } = keptPages("off");
const CHARTER = "# Ours.\nname: queue\nmission: Work that survives a restart.\n";
const PATH = "packages/queue/product.yaml";
const MISSION = {
  value: "Work that survives a restart.",
  provenance: "declared",
  confidence: 1,
  evidence: [{ rule: "charter.mission", path: PATH, line: 3 }],
};
const folder = mkdtempSync(join(tmpdir(), "freehold-adopting-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As a scan of today brings it: with the text of the charter. */
function withCharter(): Snapshot {
  const snapshot = acmeSnapshot();
  const counted = { files: 1, bytes: 60, sourceFiles: 0, sourceBytes: 0, testFiles: 0, exampleFiles: 0 };
  const none = { documents: [], manifests: [], releases: [], releaseCount: 0 };
  return snapshotSchema.parse({
    ...snapshot,
    products: snapshot.products.map((product) =>
      product.slug === "queue" ? { ...product, provenance: "declared", charter: PATH, mission: MISSION } : product,
    ),
    productFacts: [
      { product: "prd_queue", charterText: CHARTER, size: { ...counted, languages: {}, largest: [] }, ...none },
    ],
  });
}

beforeAll(async () => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(withCharter());
  const answer = await fetch(`${address()}/api/v1/snapshots`, { method: "POST", headers, body });
  expect(answer.status, await answer.text()).toBe(201);
});

it("gives the patch that adopts it, which git applies", { timeout: 60_000 }, async () => {
  const page = await open("ann", "/products/queue?tab=corrections");
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Mission" }).fill("Work that survives anything.");
  await page.getByRole("dialog").getByRole("button", { name: "Keep" }).click();
  await page.getByRole("heading", { name: "Waiting for the charter" }).waitFor();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the patch" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("queue-charter.patch");
  await mkdir(join(folder, "packages/queue"), { recursive: true });
  await writeFile(join(folder, PATH), CHARTER);
  execFileSync("git", ["init", "-q", folder]);
  execFileSync("git", ["-C", folder, "apply", await download.path()]);
  expect(await readFile(join(folder, PATH), "utf8")).toBe(CHARTER.replace("a restart", "anything"));
  expect(await audit(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.goto(`${address()}/inbox`);
  await page.getByRole("heading", { name: "Edits that the charter contradicts" }).waitFor();
  await page.getByRole("link", { name: "queue", exact: true }).first().click();
  await page.getByRole("button", { name: "Download the patch" }).waitFor();
});
