/**
 * npm packages: package.json, and the files that make many of them one workspace (npm, yarn, pnpm,
 * lerna, nx). Lock files say what was installed, not what is meant, and are no manifests.
 */
import type { Ecosystem, Parsed } from "../ecosystem.ts";
import { baseOf } from "../reading/paths.ts";
import { assembleNpm } from "./assemble.ts";
import { parsePackageJson } from "./package-json.ts";
import type { NpmFacts } from "./places.ts";
import { parseNxProject, parsePnpmWorkspace, parseWorkspaceJson } from "./workspace-files.ts";

const PARSERS: ReadonlyMap<string, (text: string) => Parsed<NpmFacts>> = new Map<
  string,
  (text: string) => Parsed<NpmFacts>
>([
  ["package.json", parsePackageJson],
  ["pnpm-workspace.yaml", parsePnpmWorkspace],
  ["lerna.json", parseWorkspaceJson],
  ["workspace.json", parseWorkspaceJson],
  ["angular.json", parseWorkspaceJson],
  ["project.json", parseNxProject],
]);

export const npm: Ecosystem<NpmFacts> = {
  id: "npm",
  title: "npm packages",
  version: 3,
  extensions: [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte", ".astro"],
  matches: (path) => PARSERS.has(baseOf(path)),
  dialect: baseOf,
  parse: (file) => PARSERS.get(baseOf(file.path))?.(file.text) ?? { facts: undefined, problems: [] },
  assemble: assembleNpm,
};
