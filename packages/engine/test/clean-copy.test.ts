/** Products installed, built and tested in a copy; none of them needs anything from a registry. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { CleanCopyStep, Snapshot } from "@freehold/model";
import { afterAll, describe, expect, test } from "vitest";
import { type CleanCopyOptions, withCleanCopy } from "../src/clean-copy/clean-copy.ts";
import { managers } from "../src/clean-copy/managers/registry.ts";
import { scan } from "../src/index.ts";
import { beginStory } from "./scan/story.ts";

const folder = mkdtempSync(join(tmpdir(), "freehold-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = (value: unknown) => JSON.stringify(value);
type Files = Readonly<Record<string, string>>;

/** A repository (without a work tree) of a workspace: this package, and a neighbour. */
function made(name: string, manifest: object, files: Files = {}): string {
  const own = Object.entries(files).map(([path, text]) => [
    path.startsWith("/") ? path.slice(1) : `packages/${name}/${path}`,
    text,
  ]);
  const path = join(folder, name);
  beginStory(path).tell([
    {
      "package.json": json({ name: "all", private: true, workspaces: ["packages/*"] }),
      "packages/other/package.json": json({ name: "@acme/other", version: "1.0.0", main: "index.js" }),
      "packages/other/index.js": "module.exports = 7;\n",
      [`packages/${name}/package.json`]: json({ name: `@acme/${name}`, version: "1.0.0", ...manifest }),
      [`packages/${name}/index.js`]: "module.exports = 1;\n",
      ...Object.fromEntries(own),
    },
  ]);
  return path;
}

const link = (to: string) => ({ resolved: `packages/${to}`, link: true });

type Steps = Readonly<Record<CleanCopyStep["step"], CleanCopyStep>> & {
  readonly network: string;
  readonly ran: string[];
};

async function run(path: string, product: string, options: Partial<CleanCopyOptions> = {}): Promise<Steps> {
  const worktree = options.worktree ?? false;
  const { snapshot } = await scan([path], { history: false, worktree, cache: false });
  const ran: string[] = [];
  const done = await withCleanCopy(snapshot, [path], product, {
    worktree,
    onStep: (line) => ran.push(line),
    ...options,
  });
  return stepsOf(done, product, ran);
}

function stepsOf({ products, productFacts = [] }: Snapshot, product: string, ran: string[]): Steps {
  const id = products.find(({ slug }) => slug === product)?.id;
  const copy = productFacts.find((facts) => facts.product === id)?.cleanCopy;
  if (copy === undefined) throw new Error("it did not run");
  const of = (name: CleanCopyStep["step"]) => {
    const step = copy.steps.find(({ step: one }) => one === name);
    if (step === undefined) throw new Error(`no step ${name}`);
    return step;
  };
  return { installs: of("installs"), builds: of("builds"), tests: of("tests"), network: copy.network, ran };
}

/** A machine where nobody may switch the network off can't say that anything passes without it. */
function passes({ network }: Steps, step: CleanCopyStep): void {
  const result = network.includes("could not be switched off") ? "unknown" : "passed";
  expect(step.result, `${step.detail}\n${step.tail}`).toBe(result);
}

function copies(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("freehold-clean-copy-"));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

describe("a product of npm", () => {
  test("that needs nothing else installs, builds and passes its tests, and leaves nothing", async () => {
    const before = copies();
    const path = made(
      "lamp",
      { scripts: { build: "node -e \"require('fs').writeFileSync('built.js', '')\"", test: "node test.js" } },
      { "test.js": "require('./built.js'); console.log('lit');\n" },
    );
    const steps = await run(path, "lamp");
    expect(steps.installs.result, steps.installs.tail).toBe("passed");
    passes(steps, steps.builds);
    passes(steps, steps.tests);
    expect(steps.ran).toEqual([
      "npm install --no-audit --no-fund --no-update-notifier  (in packages/lamp)",
      "npm run build  (in packages/lamp)",
      "npm run test  (in packages/lamp)",
    ]);
    expect(copies()).toEqual(before);
  });

  test("that reaches outside of its folder fails, with the end of its log", async () => {
    const { builds, tests } = await run(
      made("reaching", { scripts: { test: "node -e \"require('../other/index.js')\"" } }),
      "reaching",
    );
    expect(builds.result).toBe("not-applicable");
    expect(tests.result).toBe("failed");
    expect(tests.tail).toContain("Cannot find module '../other/index.js'");
  });

  test("brings along what it declares to need of its repository, and builds that before", async () => {
    const dependencies = { "@acme/other": "1.0.0" };
    const scripts = { build: "node -e 0", test: "node -e \"process.exit(require('@acme/other') === 7 ? 0 : 1)\"" };
    const other = { name: "@acme/other", version: "1.0.0" };
    const path = made(
      "declaring",
      { dependencies, scripts },
      {
        "/packages/other/package.json": json({
          ...other,
          main: "built.js",
          scripts: { build: "node -e \"require('fs').copyFileSync('index.js', 'built.js')\"" },
        }),
        "/package-lock.json": json({
          name: "all",
          lockfileVersion: 3,
          requires: true,
          packages: {
            "": { name: "all", workspaces: ["packages/*"] },
            "node_modules/@acme/declaring": link("declaring"),
            "node_modules/@acme/other": link("other"),
            "packages/declaring": { name: "@acme/declaring", version: "1.0.0", dependencies },
            "packages/other": other,
          },
        }),
      },
    );
    const steps = await run(path, "declaring");
    expect(steps.installs.result, steps.installs.tail).toBe("passed");
    expect(steps.installs.command).toMatch(/^npm ci --workspace=packages\/declaring/);
    expect(steps.ran).toContain("npm run build  (in packages/other)");
    passes(steps, steps.tests);
  });

  test("that hangs is ended, with everything that it started", async () => {
    const hang =
      "const child = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);\n" +
      "console.log('child ' + child.pid); setInterval(() => {}, 1000);\n";
    const path = made("hanging", { scripts: { test: "node hang.js" } }, { "hang.js": hang });
    const { tests } = await run(path, "hanging", { minutes: 0.1 });
    expect(tests.result).toBe("failed");
    expect(tests.detail).toContain("had not ended after 6 seconds");
    const pid = Number(/child (\d+)/.exec(tests.tail ?? "")?.[1]);
    expect(pid).toBeGreaterThan(0);
    expect(isAlive(pid)).toBe(false);
  });

  test("sees nothing of the person's environment, and no other machine while it tests", async () => {
    process.env["ACME_TOKEN"] = "hush";
    const look =
      "const net = Object.values(require('os').networkInterfaces()).flat().some((one) => !one.internal);\n" +
      "console.log(JSON.stringify({ token: process.env.ACME_TOKEN ?? null, home: process.env.HOME, net }));\n";
    const path = made("curious", { scripts: { test: "node look.js" } }, { "look.js": look });
    const { tests, network } = await run(path, "curious").finally(() => delete process.env["ACME_TOKEN"]);
    const seen: unknown = JSON.parse(/\{"token".*\}/.exec(tests.tail ?? "")?.[0] ?? "{}");
    expect(seen).toMatchObject({ token: null, home: expect.not.stringMatching(`^${process.env["HOME"]}$`) });
    if (!network.includes("could not be switched off")) expect(seen).toMatchObject({ net: false });
  });

  test("is ended and removed when the person says so", async () => {
    const before = copies();
    const told = new AbortController();
    const path = made("endless", { scripts: { test: 'node -e "setInterval(() => {}, 1000)"' } });
    const running = run(path, "endless", {
      signal: told.signal,
      onStep: (line) => (line.includes("run test") ? setTimeout(() => told.abort(), 500) : undefined),
    });
    await expect(running).rejects.toMatchObject({ code: "clean-copy/ended" });
    expect(copies()).toEqual(before);
  });
});

test("links that lead out of the copy are left out", async () => {
  const path = join(folder, "linking");
  mkdirSync(path);
  const scripts = { test: "node -e \"require('fs').readFileSync('in'); require('fs').readFileSync('out')\"" };
  writeFileSync(join(path, "package.json"), json({ name: "linking", version: "1.0.0", scripts }));
  symlinkSync("package.json", join(path, "in"));
  symlinkSync("/etc/hostname", join(path, "out"));
  const { tests } = await run(path, "linking", { worktree: true });
  expect(tests.result).toBe("failed");
  expect(tests.tail).toContain("open 'out'");
});

test("links that lead out of the copy through other links are left out, too", async () => {
  const path = join(folder, "chained");
  mkdirSync(join(path, "a", "b"), { recursive: true });
  const scripts = { test: "node -e \"console.log(require('fs').readdirSync('.').sort().join(' '));process.exit(1)\"" };
  writeFileSync(join(path, "package.json"), json({ name: "chained", version: "1.0.0", scripts }));
  writeFileSync(join(path, "a", "b", "c"), "");
  // `deep` is `a/b`; `deep/../..` is therefore the root, and one more leads out, though its text does not.
  symlinkSync("a/b", join(path, "deep"));
  symlinkSync("deep/../../package.json", join(path, "in"));
  mkdirSync(join(path, "x", "y", "z"), { recursive: true });
  symlinkSync("../../..", join(path, "x", "y", "z", "up"));
  symlinkSync("x/y/z/up/../package.json", join(path, "out"));
  symlinkSync("ring", join(path, "ring"));
  const { tests } = await run(path, "chained", { worktree: true });
  expect(tests.tail).toMatch(/^a deep in (?:package-lock\.json )?package\.json x$/m);
});

test("a program that is not on this machine: unknown, with what to install", async () => {
  const path = join(folder, "gopher");
  beginStory(path).tell([
    { "go.mod": "module example.com/gopher\n\ngo 1.22\n", "main.go": "package main\n\nfunc main() {}\n" },
  ]);
  const known = process.env["PATH"] ?? "";
  process.env["PATH"] = known
    .split(delimiter)
    .filter((one) => !existsSync(join(one, "go")))
    .join(delimiter);
  const { installs, tests } = await run(path, "gopher").finally(() => void (process.env["PATH"] = known));
  expect(installs).toMatchObject({ result: "unknown", manager: "go" });
  expect(installs.detail).toContain("`go` is not on this machine. Install Go");
  expect(tests.result).toBe("unknown");
});

test("every manager has a file of its own and a line in the registry", () => {
  const files = readdirSync(new URL("../src/clean-copy/managers/", import.meta.url)).map((name) => name.slice(0, -3));
  const shared = new Set(["manager", "registry", "package-json"]);
  const names = managers.map(({ id }) => (id === "pip" ? "python" : id));
  expect(files.filter((name) => !shared.has(name)).toSorted()).toEqual(names.toSorted());
});

test("what another version of the manager refuses says nothing of the product", async () => {
  const programs = join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(join(programs, "pnpm"), '#!/bin/sh\n[ "$1" = --version ] && echo 9.15.9 && exit\nexit 1\n', {
    mode: 0o755,
  });
  const lock = { "/pnpm-lock.yaml": "lockfileVersion: '9.0'\n" };
  const asking = (name: string, packageManager: string) =>
    made(name, {}, { ...lock, "/package.json": json({ name: "all", private: true, packageManager }) });
  const known = process.env["PATH"] ?? "";
  process.env["PATH"] = `${programs}${delimiter}${known}`;
  try {
    const { installs, tests } = await run(asking("eleven", "pnpm@11.3.0+sha512.2c40"), "eleven");
    expect(installs.result).toBe("unknown");
    expect(installs.detail).toMatch(/^The repository asks for pnpm 11\.3\.0, and 9\.15\.9 is on this machine: /);
    expect(tests.result).toBe("unknown");
    expect((await run(asking("nine", "pnpm@9.1.0"), "nine")).installs.result).toBe("failed");
    writeFileSync(join(programs, "pnpm"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    expect((await run(asking("broken", "pnpm@9.1.0"), "broken")).installs).toMatchObject({
      result: "unknown",
      detail: expect.stringContaining("`pnpm` does not run on this machine: "),
    });
  } finally {
    process.env["PATH"] = known;
  }
});
