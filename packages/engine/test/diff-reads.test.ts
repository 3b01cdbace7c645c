/** A comparison of two revisions asks git for what changed between them, however large the repository is. */
import { execFileSync } from "node:child_process";
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
  const [few, many] = [await readsOf(5), await readsOf(40)];
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

/**
 * A unit of each language whose files are read apart and mean something together: what `part7` is depends on `base`.
 * `copied` has the text of `part1` where that means something else.
 */
const LANGUAGES: Readonly<Record<string, (type: string) => Change>> = {
  go: (type) => ({
    "go/go.mod": "module example.com/many\n",
    "go/base.go": "package many\n\ntype base struct{ Shared string }\n",
    ...numbered(
      "go/part",
      ".go",
      (n) => `package many\n\ntype Part${n} struct {\n\tbase\n\tOwn ${n === 7 ? type : "string"}\n}\n`,
    ),
    "go/copied/part_windows.go": "package many\n\ntype Part1 struct {\n\tbase\n\tOwn string\n}\n",
  }),
  java: (type) => ({
    "java/pom.xml":
      "<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId><artifactId>many</artifactId><version>1.0.0</version></project>\n",
    ...numbered(
      "java/src/main/java/many/Part",
      ".java",
      (n) =>
        `package many;\n\npublic class Part${n} extends Base {\n  public ${n === 7 ? type : "String"} own() { return null; }\n}\n`,
    ),
    "java/src/main/java/many/Base.java":
      "package many;\n\nclass Base {\n  public String shared() { return null; }\n}\n",
    "java/src/test/java/many/Part1.java":
      "package many;\n\npublic class Part1 extends Base {\n  public String own() { return null; }\n}\n",
  }),
  python: (type) => ({
    "python/pyproject.toml": '[project]\nname = "many"\nversion = "1.0.0"\n',
    "python/many/__init__.py": "from .part7 import Part7\n",
    "python/many/base.py": "class Base:\n    shared: str\n",
    ...numbered(
      "python/many/part",
      ".py",
      (n) => `from .base import Base\n\nclass Part${n}(Base):\n    own: ${n === 7 ? type : "str"}\n`,
    ),
    "python/many/copied/__init__.py": "",
    "python/many/copied/part1.py": "from .base import Base\n\nclass Part1(Base):\n    own: str\n",
  }),
  rust: (type) => ({
    "rust/Cargo.toml": '[package]\nname = "many"\nversion = "1.0.0"\nedition = "2021"\n',
    "rust/src/lib.rs": `mod base;\n${Array.from({ length: 9 }, (_, n) => `pub mod part${n};\n`).join("")}`,
    "rust/src/base.rs": "pub trait Base {\n    fn shared(&self) -> String { String::new() }\n}\n",
    ...numbered(
      "rust/src/part",
      ".rs",
      (n) =>
        `use crate::base::Base;\n\npub struct Part${n} { pub own: ${n === 7 ? type : "String"} }\n\nimpl Base for Part${n} {}\n\npub fn make${n}() -> u8 {\n    let inside = 1;\n    inside\n}\n`,
    ),
  }),
};

function numbered(before: string, after: string, text: (n: number) => string): Change {
  return Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${before}${n}${after}`, text(n)]));
}

const TYPES = { go: ["int", "bool"], java: ["Integer", "Boolean"], python: ["int", "bool"], rust: ["u8", "bool"] };

test("of other languages, too, only sources that changed are asked for, and a cache changes no answer", async () => {
  const story = beginStory(join(folder, "languages"));
  const at = (types: (id: keyof typeof TYPES) => string): Change =>
    Object.assign({}, ...Object.keys(TYPES).map((id) => LANGUAGES[id]?.(types(id as keyof typeof TYPES)))) as Change;
  const options = { base: "main~1", head: "main" };
  story.tell([at((id) => ({ go: "string", java: "String", python: "str", rust: "String" })[id])]);
  story.tell([at((id) => TYPES[id][0] ?? "")]);
  const first = await diff(story.path, { ...options, cache: true });
  expect(await diff(story.path, { ...options, cache: false })).toEqual(first);
  expect(first.products.flatMap(({ units }) => units.flatMap(({ kinds }) => kinds)).sort()).toEqual(Object.keys(TYPES));
  expect(first.products.every(({ breaking }) => breaking > 0)).toBe(true);

  story.tell([at((id) => TYPES[id][1] ?? "")]);
  git.asked();
  const next = await diff(story.path, { ...options, cache: true });
  const paths = git.asked().map(pathsIn(story.path));
  expect(
    new Set(paths.filter((path) => !/(?:^|\/)(?:go\.mod|Cargo\.toml|pom\.xml|pyproject\.toml)$/.test(path))),
  ).toEqual(
    new Set(["", "go/part7.go", "java/src/main/java/many/Part7.java", "python/many/part7.py", "rust/src/part7.rs"]),
  );
  expect(await diff(story.path, { ...options, cache: false })).toEqual(next);
});

/** Of a content at the head; nothing for what is no file. */
function pathsIn(repository: string): (blob: string) => string {
  const list = execFileSync("git", ["-C", repository, "ls-tree", "-r", "main"], { encoding: "utf8" });
  const found = new Map(list.split("\n").map((line) => [line.split(/\s+/)[2], line.slice(line.indexOf("\t") + 1)]));
  return (blob) => found.get(blob) ?? "";
}
