/** The peers on a checkout of the same tree; installed by hand in a folder outside of this repository. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Run {
  readonly ms: number;
  readonly cpuMs: number;
  readonly note: string;
}

export interface Peer {
  readonly name: string;
  run(checkout: string, peers: string): Run | undefined;
}

/** Files that we don't read either. */
const EXCLUDED = "node_modules|fixtures|/vendor/|templates?/";

export const peers: readonly Peer[] = [
  {
    name: "dependency-cruiser",
    run(checkout, folder) {
      const bin = join(folder, "node_modules/dependency-cruiser/bin");
      const names = ["dependency-cruise.mjs", "dependency-cruiser.mjs"].map((name) => join(bin, name));
      const binary = names.find((path) => existsSync(path));
      const args = ["--no-config", "--ts-pre-compilation-deps", "--output-type", "json", "--exclude", EXCLUDED, "."];
      return binary === undefined ? undefined : timed([process.execPath, binary, ...args], checkout, {}, modulesOf);
    },
  },
  {
    name: "nx graph, cold",
    run(checkout, folder) {
      const binary = join(folder, "node_modules/nx/dist/bin/nx.js");
      const old = join(folder, "node_modules/nx/bin/nx.js");
      const found = [binary, old].find((path) => existsSync(path));
      if (found === undefined) return undefined;
      if (!existsSync(join(checkout, "nx.json"))) writeFileSync(join(checkout, "nx.json"), "{}");
      mkdirSync(join(checkout, "node_modules"), { recursive: true });
      if (!existsSync(join(checkout, "node_modules/nx"))) {
        symlinkSync(join(folder, "node_modules/nx"), join(checkout, "node_modules/nx"));
      }
      const environment = { NX_DAEMON: "false", NX_CACHE_PROJECT_GRAPH: "false", NX_NO_CLOUD: "true", CI: "true" };
      return timed(
        [process.execPath, found, "graph", "--file=freehold-bench-graph.json"],
        checkout,
        environment,
        () => "",
      );
    },
  },
];

function timed(
  [command = "", ...args]: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>>,
  note: (output: string) => string,
): Run {
  const start = performance.now();
  const before = childCpu();
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const ms = performance.now() - start;
  const failed =
    done.status === 0 ? "" : ` exit ${done.status ?? "signal"}: ${(done.stderr || done.stdout).slice(0, 200)}`;
  return { ms, cpuMs: childCpu() - before, note: note(done.stdout) + failed };
}

function modulesOf(output: string): string {
  const total = /"totalCruised":\s*(\d+)/.exec(output)?.[1];
  const edges = /"totalDependenciesCruised":\s*(\d+)/.exec(output)?.[1];
  return total === undefined ? "" : `${total} modules, ${edges ?? "?"} dependencies`;
}

/** Milliseconds of ended children, with theirs. Only told through /proc; elsewhere it is 0. */
export function childCpu(): number {
  if (!existsSync("/proc/self/stat")) return 0;
  const stat = readFileSync("/proc/self/stat", "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) * 10;
}
