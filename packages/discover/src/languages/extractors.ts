/**
 * The extracting half of every language, apart from the resolving half: parser processes load this alone, and
 * start in half the time without the schemas that resolving brings along. A test compares the two lists.
 */
import { extractGo } from "./go/extract.ts";
import type { Language } from "./language.ts";
import { extractPython } from "./python/extract.ts";
import { extractTypeScript } from "./typescript/extract.ts";

export const extractors: ReadonlyMap<string, Language["extract"]> = new Map([
  ["typescript", extractTypeScript],
  ["python", extractPython],
  ["go", extractGo],
]);
