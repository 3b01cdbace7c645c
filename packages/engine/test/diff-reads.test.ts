/** A comparison of two revisions asks git for what changed between them, however large the repository is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { affected, diff } from "../src/index.ts";
import { type CountingGit, countGit } from "./counting-git.ts";
import { beginStory, type Change, type Story } from "./scan/story.ts";

const before = process.env["XDG_CACHE_HOME"];
let folder: string;
let git: CountingGit;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "freehold-reads-"));
  process.env["XDG_CACHE_HOME"] = join(folder, "cache");
  git = countGit(folder);
});

afterEach(() => {
  git.remove();
  if (before === undefined) delete process.env["XDG_CACHE_HOME"];
  else process.env["XDG_CACHE_HOME"] = before;
  rmSync(folder, { recursive: true, force: true });
});

/** Each with everything that is read of units: manifest, configuration, README, charter, owners, sources, a schema. */
function units(count: number): Change {
  const files: Record<string, string> = {
    "package.json": JSON.stringify({ name: "many", private: true, workspaces: ["packages/*"] }),
    CODEOWNERS: "* @ada-lee\n",
    ".github/workflows/test.yml": "on: push\njobs: {}\n",
  };
  for (let index = 0; index < count; index++) {
    const at = `packages/p${index}`;
    const uses = index === 0 ? {} : { [`p${index - 1}`]: "*" };
    files[`${at}/package.json`] = JSON.stringify({
      name: `p${index}`,
      version: "1.0.0",
      main: "src/index.ts",
      dependencies: uses,
    });
    files[`${at}/tsconfig.json`] = JSON.stringify({ compilerOptions: { paths: { [`@p${index}/*`]: ["./src/*"] } } });
    files[`${at}/README.md`] = `# p${index}\n\nThe part of many that has the number ${index}.\n`;
    files[`${at}/product.yaml`] = `name: P${index}\nmission: Has the number ${index}.\nowners: [ada.lee@example.com]\n`;
    files[`${at}/OWNERS`] = `approvers:\n- ada${index}\n`;
    files[`${at}/settings.schema.json`] = JSON.stringify({ type: "object", properties: { [`s${index}`]: {} } });
    files[`${at}/src/index.ts`] =
      `export * from "./part.ts";\n${index === 0 ? "" : `import { part${index - 1} } from "p${index - 1}";\nexport const own${index}: number = part${index - 1};\n`}`;
    files[`${at}/src/part.ts`] = `export const part${index}: number = ${index};\n`;
  }
  return files;
}

/** Objects asked for by a comparison with the commit before, in a repository of so many units. */
async function readsOf(count: number): Promise<Record<"again" | "next" | "affected", number>> {
  const story: Story = beginStory(join(folder, `units-${count}`));
  const change = (text: string) => story.tell([{ [`packages/p${count - 1}/src/part.ts`]: text }]);
  const options = { base: "main~1", head: "main", cache: true } as const;
  story.tell([units(count)]);
  change(`export const part${count - 1}: string = "";\n`);
  const first = await diff(story.path, options);
  expect(first.products.map(({ product, breaking }) => [product.name, breaking])).toEqual([[`P${count - 1}`, 1]]);
  git.asked();
  await diff(story.path, options);
  const again = git.asked().length;
  // What a pull request does: its base is known, its head is new.
  change(`export const part${count - 1}: number = 1;\n`);
  const second = await diff(story.path, options);
  expect(second.products).toHaveLength(1);
  const next = git.asked().length;
  change(`export const part${count - 1}: boolean = true;\n`);
  const { products } = await affected(story.path, options);
  expect(products.filter(({ tier }) => tier === "changed")).toHaveLength(1);
  return { again, next, affected: git.asked().length };
}

test("what is asked for does not grow with the number of units", { timeout: 600_000 }, async () => {
  const [few, many] = [await readsOf(5), await readsOf(200)];
  expect(many).toEqual(few);
  // Nothing new: the commit of HEAD. One changed file: it too, once for each step that reads sources, and what its
  // unit is read from again: manifest, configuration, entry.
  expect(many.again).toBe(1);
  expect(many.next).toBeLessThanOrEqual(8);
  expect(many.affected).toBeLessThanOrEqual(8);
});

test("without a cache, one side is read whole and the other where it differs", { timeout: 600_000 }, async () => {
  const story = beginStory(join(folder, "cold"));
  story.tell([units(40), { "packages/p39/src/part.ts": 'export const part39: string = "";\n' }]);
  await diff(story.path, { base: "main~1", head: "main", cache: true });
  const asked = new Set(git.asked());
  // Seven files of each unit say something that a comparison needs; READMEs and owners do not.
  expect(asked.size).toBeLessThanOrEqual(7 * 40 + 10);
  expect(asked.size).toBeGreaterThan(4 * 40);
});
