/** The GitHub Action and the GitLab template, by running their steps on a repository with a change. */
import { mkdtempSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fakeNpm, ROOT, runAction, runJob, type Step } from "./ci-runner.ts";
import { type MadeRepository, makeRepository, temporaryFolder } from "./repository-maker.ts";

const folder = temporaryFolder();
let shop: MadeRepository;
let base = "";

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const manifest = (name: string, dependencies: Record<string, string> = {}) =>
  json({ name, version: "1.0.0", type: "module", exports: "./index.ts", dependencies });

beforeAll(() => {
  process.env["XDG_CACHE_HOME"] = join(folder.path, "cache");
  shop = makeRepository(join(folder.path, "shop"));
  shop.commit("Ada Lovelace", "Begin", {
    "package.json": json({ name: "shop", private: true, workspaces: ["stock", "orders"] }),
    "product.yaml": "name: Shop\n",
    "stock/package.json": manifest("stock"),
    "stock/product.yaml": "name: Stock\n",
    "stock/index.ts": "export function count(item: string): number {\n  return item.length;\n}\n",
    "orders/package.json": manifest("orders", { stock: "^1.0.0" }),
    "orders/product.yaml": "name: Orders\n",
    "orders/index.ts": 'import { count } from "stock";\nexport const total: number = count("a");\n',
  });
  base = shop.git("rev-parse", "HEAD").trim();
  shop.commit("Ada Lovelace", "Ask for a unit", {
    "stock/index.ts": "export function count(item: string, unit: string): number {\n  return item.length;\n}\n",
  });
});
afterAll(() => folder.remove());

const temporary = () => mkdtempSync(join(folder.path, "temp-"));

describe("GitHub Action", () => {
  const action = parse(readFileSync(join(ROOT, "ci/github/action.yml"), "utf8")) as {
    inputs: Record<string, { default: string }>;
    outputs: Record<string, { value: string }>;
    runs: { steps: Step[] };
  };
  const defaults = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [`inputs.${name}`, input.default]),
  );
  const run = (context: Record<string, string>) =>
    runAction(action.runs.steps, { ...defaults, ...context }, shop.path, temporary());

  test("a pull request that breaks an interface: annotated, summed up, the matrix given, and failed at the end", () => {
    const ran = run({ "github.event.pull_request.base.sha": base });
    expect(ran.npm).toMatch(/^ci --omit=dev --ignore-scripts .*--prefix \//);
    expect(ran.log).toMatch(/^::error file=stock\/index\.ts,line=1,title=typescript\/.*used by orders$/m);
    expect(ran.code).toBe(1);
    expect(ran.log).toContain("::error title=Freehold::an interface changed more than its version says");
    expect(ran.summary).toContain("🔴 breaking");
    expect(ran.summary).toMatch(/orders +contract +run/);
    const matrix = JSON.parse(ran.outputs.get("affected.matrix") ?? "") as { include: { product: string }[] };
    expect(matrix.include.map(({ product }) => product)).toEqual(["stock", "orders"]);
    expect(ran.outputs.get("affected.any")).toBe("true");
    for (const { value } of Object.values(action.outputs)) {
      const [, step, name] = /steps\.([\w-]+)\.outputs\.([\w-]+)/.exec(value) ?? [];
      expect(ran.outputs.has(`${step}.${name}`), value).toBe(true);
    }
    const sarif = JSON.parse(readFileSync(ran.outputs.get("diff.sarif") ?? "", "utf8")) as { version: string };
    expect(sarif.version).toBe("2.1.0");
    expect(readFileSync(ran.outputs.get("diff.comment") ?? "", "utf8")).toContain("### Interfaces");
  });

  test("nothing to find, nothing to run", () => {
    const ran = run({ "inputs.base": "HEAD" });
    expect(ran.code).toBe(0);
    expect(ran.outputs.get("affected.any")).toBe("false");
  });

  test("inputs are data: a branch with a hostile name runs nothing, and is an error that says what is wrong", () => {
    const ran = run({ "inputs.base": '"; touch hacked; $(touch hacked)' });
    expect(ran.code).toBe(2);
    expect(ran.log).toContain("names no commit");
    expect(shop.git("status", "--porcelain")).toBe("");
  });

  test("the first push of a branch is compared with the default branch", () => {
    const zeros = "0".repeat(40);
    const context = { "github.event.before": zeros, "github.event.repository.default_branch": "trunk" };
    const finding = action.runs.steps.filter(({ id }) => id === "base");
    const ran = runAction(finding, { ...defaults, ...context }, shop.path, temporary());
    expect(ran.outputs.get("base.base")).toBe("origin/trunk");
  });

  test("no expression stands in a script", () => {
    for (const { run: script, name } of action.runs.steps) expect(script, name).not.toContain("${{");
  });
});

describe("GitLab template", () => {
  interface Job {
    readonly script: string[];
    readonly artifacts: { readonly reports: Record<string, string>; readonly paths: string[] };
  }
  const template = parse(readFileSync(join(ROOT, "ci/gitlab/freehold.gitlab-ci.yml"), "utf8")) as {
    variables: Record<string, string>;
    ".freehold": { before_script: string[] };
  } & Record<`freehold:${string}`, Job>;

  function run(job: `freehold:${string}`, variables: Record<string, string>) {
    const { script, artifacts } = template[job] ?? { script: ["false"], artifacts: { reports: {}, paths: [] } };
    const node = dirname(process.execPath);
    const ran = runJob(
      [...template[".freehold"].before_script, ...script],
      {
        ...template.variables,
        PATH: `${node}:${process.env["PATH"]}`,
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
        ...variables,
      },
      shop.path,
    );
    const made = Object.fromEntries(
      [...Object.values(artifacts.reports), ...artifacts.paths].map((file) => {
        return [file, ran.code < 2 ? readFileSync(join(shop.path, file), "utf8") : ""];
      }),
    );
    shop.git("clean", "-qfd");
    return { ...ran, made };
  }
  const installed = { FREEHOLD_FOLDER: ROOT };

  test("check leaves a code quality report, and passes", () => {
    const { code, made } = run("freehold:check", installed);
    expect(code).toBe(0);
    expect(JSON.parse(made["gl-code-quality-report.json"] ?? "")).toEqual([]);
  });

  test("diff fails on the break, with the report and the comment", () => {
    const { code, made } = run("freehold:diff", installed);
    expect(code).toBe(1);
    expect(JSON.parse(made["gl-code-quality-report.json"] ?? "")).toMatchObject([
      { severity: "major", location: { path: "stock/index.ts", lines: { begin: 1 } } },
    ]);
    expect(made["freehold-diff.md"]).toContain("🔴 breaking");
    expect(run("freehold:diff", { ...installed, FREEHOLD_FAIL_ON: "never" }).code).toBe(0);
  });

  test("affected hands its products on", () => {
    const { code, made } = run("freehold:affected", installed);
    expect(code).toBe(0);
    expect(made["freehold.env"]).toBe("FREEHOLD_PRODUCTS=stock orders\n");
    expect(JSON.parse(made["freehold-affected.json"] ?? "")).toMatchObject({ format: "freehold.affected" });
  });

  test("says which variable is missing", () => {
    const ran = run("freehold:check", { FREEHOLD_FOLDER: join(folder.path, "none") });
    expect(ran.code).toBe(2);
    expect(ran.log).toContain("Set FREEHOLD_REPOSITORY");
  });

  test("clones what it is told to, and installs without scripts", () => {
    const origin = makeRepository(join(folder.path, "origin"));
    origin.commit("Ada Lovelace", "Begin", { "packages/cli/src/main.ts": "console.log('cloned', process.argv[2]);\n" });
    const temp = temporary();
    const ran = runJob(
      [...template[".freehold"].before_script, "freehold it"],
      {
        FREEHOLD_FOLDER: join(folder.path, "installed"),
        FREEHOLD_REPOSITORY: `file://${origin.path}`,
        FREEHOLD_REF: "main",
        PATH: `${fakeNpm(temp)}:${dirname(process.execPath)}:${process.env["PATH"]}`,
        NPM_LOG: join(temp, "npm.log"),
      },
      shop.path,
    );
    expect(ran.log).toContain("cloned it");
    expect(readFileSync(join(temp, "npm.log"), "utf8")).toMatch(/^ci --omit=dev --ignore-scripts/);
  });
});
