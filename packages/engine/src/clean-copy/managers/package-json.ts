/** What npm, pnpm and yarn have in common: the scripts of package.json, and workspaces. */
import type { Command } from "../run-bounded.ts";
import { isBelow, type Place, type Plan, type PlannedStep, within } from "./manager.ts";

const MANIFEST = "package.json";

/** What `npm init` writes in place of tests. */
const NO_TEST = /no test specified/;

export interface PackageJson {
  readonly scripts: Readonly<Record<string, string>>;
  /** `pnpm@9.1.0` */
  readonly packageManager?: string;
  readonly hasWorkspaces: boolean;
}

/** Empty where there is none, or none that is JSON. */
export function packageJson(folder: string, read: Place["read"]): PackageJson {
  try {
    const value: unknown = JSON.parse(read(within(folder, MANIFEST)) ?? "{}");
    const {
      scripts = {},
      packageManager,
      workspaces,
    } = value as Record<"packageManager" | "workspaces", unknown> & {
      scripts?: Record<string, unknown>;
    };
    const texts = Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === "string");
    return {
      scripts: Object.fromEntries(texts),
      ...(typeof packageManager === "string" ? { packageManager } : {}),
      hasWorkspaces: workspaces !== undefined,
    };
  } catch {
    return { scripts: {}, hasWorkspaces: false };
  }
}

/** Manifests of the whole workspace and files at its root: a manager refuses to begin where members are missing. */
export function workspaceFiles(root: string, paths: readonly string[], atRoot: RegExp): string[] {
  return paths.filter((path) => {
    if (!isBelow(path, root)) return false;
    const inner = root === "" ? path : path.slice(root.length + 1);
    return (
      atRoot.test(inner) || (inner.endsWith(`/${MANIFEST}`) && !inner.includes("node_modules/")) || inner === MANIFEST
    );
  });
}

/** Installing, then the scripts `build` and `test` as they are. */
export function scriptPlan(
  place: Place,
  { program, install, root, installing }: Pick<Plan, "program" | "install"> & { root: string; installing: Command },
): Plan {
  const { folder, neighbours, read } = place;
  const { scripts } = packageJson(folder, read);
  const wants = /^(\w+)@(\d[\w.-]*)/.exec(packageJson(root, read).packageManager ?? "");
  const run = (script: string): Command => [program, "run", script];
  const before = neighbours
    .filter((neighbour) => packageJson(neighbour, read).scripts["build"] !== undefined)
    .map((neighbour): PlannedStep => ({ step: "builds", command: run("build"), folder: neighbour, prepares: true }));
  const builds = scripts["build"] !== undefined;
  const tests = scripts["test"] !== undefined && !NO_TEST.test(scripts["test"]);
  return {
    program,
    install,
    version: {
      command: [program, "--version"],
      ...(wants?.[1] === program && wants[2] !== undefined ? { wanted: wants[2] } : {}),
    },
    steps: [
      { step: "installs", command: installing, folder: root },
      ...before,
      ...(builds ? [{ step: "builds", command: run("build"), folder } as const] : []),
      ...(tests ? [{ step: "tests", command: run("test"), folder } as const] : []),
    ],
    without: {
      ...(builds
        ? {}
        : { builds: { result: "not-applicable", detail: "Its manifest names no script that builds it." } }),
      ...(tests ? {} : { tests: { result: "not-applicable", detail: "Its manifest names no script that tests it." } }),
    },
  };
}
