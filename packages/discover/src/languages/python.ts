/** Python, its stubs included. */
import type { Language } from "./language.ts";
import { extractPython } from "./python/extract.ts";
import { pythonResolver } from "./python/resolve.ts";

export const python: Language = {
  id: "python",
  title: "Python",
  version: 2,
  ecosystems: ["python"],
  native: false,
  matches: (path) => /\.(?:pyi?|pyw)$/.test(path),
  configures: () => undefined,
  indexes: (path) => /\.(?:pyi?|pyx)$/.test(path),
  extract: extractPython,
  resolver: pythonResolver,
};
