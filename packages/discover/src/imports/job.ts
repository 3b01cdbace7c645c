/** What the driver and its parsers say to each other, and the work itself. */
import type { ignoreComments } from "@freehold/model";
import type { Language, SourceFacts } from "../languages/language.ts";

/** Files of one language, their contents one behind the other. */
export interface Job {
  readonly language: string;
  readonly paths: readonly string[];
  /** Where each file ends in `bytes`. */
  readonly ends: readonly number[];
  readonly bytes: Uint8Array;
}

export type FactsOrFailure = SourceFacts | { readonly failure: string };

/** Finds the comments that say what to leave as it is. */
export type FindIgnores = typeof ignoreComments;

export function runJob(job: Job, extract: Language["extract"], findIgnores: FindIgnores): readonly FactsOrFailure[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: false });
  let start = 0;
  return job.paths.map((path, index) => {
    const end = job.ends[index] ?? start;
    const text = decoder.decode(job.bytes.subarray(start, end));
    start = end;
    return extractSafely(extract, findIgnores, path, text);
  });
}

/** No source text is worth a failed scan: whatever an extractor throws becomes a finding. */
function extractSafely(
  extract: Language["extract"],
  findIgnores: FindIgnores,
  path: string,
  text: string,
): FactsOrFailure {
  try {
    const facts = extract(path, text);
    const ignores = findIgnores(path, text);
    return ignores.length === 0 ? facts : { ...facts, ignores };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
