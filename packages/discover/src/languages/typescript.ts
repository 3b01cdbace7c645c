/** JavaScript and TypeScript, and the scripts of Vue, Svelte and Astro components. */
import type { Language } from "./language.ts";
import { extractTypeScript } from "./typescript/extract.ts";
import { isPackageJson, readPackageJson } from "./typescript/package-json.ts";
import { typescriptResolver } from "./typescript/resolve.ts";
import { isScript } from "./typescript/scripts.ts";
import { isTsconfig, readTsconfig } from "./typescript/tsconfig.ts";

export const typescript: Language = {
  id: "typescript",
  title: "TypeScript and JavaScript",
  version: 1,
  ecosystems: ["npm"],
  native: true,
  matches: isScript,
  configures: (path) => (isPackageJson(path) ? "package.json" : isTsconfig(path) ? "tsconfig.json" : undefined),
  readConfiguration: (sort, text) => (sort === "package.json" ? readPackageJson(text) : readTsconfig(text)),
  extract: extractTypeScript,
  resolver: typescriptResolver,
};
