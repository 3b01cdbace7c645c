/** The standard that Freehold ships: a file in the same format as everybody's, read once. */
import { readFileSync } from "node:fs";
import { parseStandard, type Standard } from "@freehold/model";
import { type CompiledResult, compileStandard } from "./compile.ts";
import type { CompiledStandard } from "./compiled.ts";

const FILE = new URL("../../standard/freehold.yaml", import.meta.url);
const NAME = "freehold.yaml";

let known: { readonly standard: Standard; readonly compiled: CompiledStandard } | undefined;

export function shippedStandard(): CompiledStandard {
  return shipped().compiled;
}

/** A standard in a text; `extends: freehold` starts from the shipped one. Never throws for any text. */
export function loadStandard(text: string, path: string): CompiledResult {
  return compileStandard(parseStandard(text, path), path, shipped().standard);
}

function shipped() {
  if (known !== undefined) return known;
  const parsed = parseStandard(readFileSync(FILE, "utf8"), NAME);
  const { standard: compiled, problems } = compileStandard(parsed, NAME);
  if (parsed.value === undefined || compiled === undefined) {
    throw new Error(`the shipped standard is broken: ${problems.map(({ message }) => message).join("; ")}`);
  }
  return (known = { standard: parsed.value, compiled });
}
