/** An organisation's own standard, from its file. */
import { readFile } from "node:fs/promises";
import { type CompiledResult, loadStandard } from "@freehold/assess";
import { Failure } from "../failure.ts";

/** The standard in a file with its problems, errors among them or not. Throws a `Failure` when there is no such file. */
export async function readStandard(path: string, name: string = path): Promise<CompiledResult> {
  try {
    return loadStandard(await readFile(path, "utf8"), name);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const hint = "Give the path of a freehold-standard.yaml; docs/standard.md describes it.";
    throw new Failure("standard/not-readable", `could not read ${name}: ${message}`, hint);
  }
}
