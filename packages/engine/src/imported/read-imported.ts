/** Facts of code hosts from a file that an importer wrote. */
import { readFile } from "node:fs/promises";
import { IMPORTED_FORMAT, type ImportedFacts, importedFactsSchema } from "@freehold/model";
import { Failure } from "../failure.ts";

/** Throws a `Failure` that names the file, and the field that is not as the format says. */
export async function readImported(path: string): Promise<ImportedFacts> {
  const parsed = importedFactsSchema.safeParse(parseJson(await readText(path), path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? "" : ` at ${issue.path.join(".") || "its top"}: ${issue.message}`;
  throw new Failure("imported/invalid", `${path} holds no imported facts${where}`, HINT);
}

const HINT = `It is JSON with "format": "${IMPORTED_FORMAT}"; docs/formats.md describes it.`;

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new Failure("imported/not-readable", `could not read ${path}: ${messageOf(error)}`, HINT);
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure("imported/invalid-json", `${path} is not JSON: ${messageOf(error)}`, HINT);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
