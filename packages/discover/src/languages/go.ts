/** Go. */
import { extractGo } from "./go/extract.ts";
import { readGoMod } from "./go/go-mod.ts";
import { goResolver } from "./go/resolve.ts";
import type { Language } from "./language.ts";

export const go: Language = {
  id: "go",
  title: "Go",
  version: 2,
  ecosystems: ["go"],
  native: false,
  matches: (path) => path.endsWith(".go"),
  configures: (path) => (path === "go.mod" || path.endsWith("/go.mod") ? "go.mod" : undefined),
  readConfiguration: (_, text) => readGoMod(text),
  indexes: (path) => path.endsWith(".go"),
  extract: extractGo,
  resolver: goResolver,
};
