/** What the driver and its workers say to each other, and the work itself. */
import { ignoreComments } from "@freehold/model";
import type { Language, SourceFacts } from "../languages/language.ts";

/** Files of one language, their contents one behind the other in one buffer that changes hands. */
export interface Job {
  readonly language: string;
  readonly paths: readonly string[];
  /** Where each file ends in `bytes`. */
  readonly ends: readonly number[];
  readonly bytes: ArrayBuffer;
}

export type FactsOrFailure = SourceFacts | { readonly failure: string };

/** Runs a job; `at` is told the index of each file before it starts, so that one that never ends is known. */
export function runJob(job: Job, extract: Language["extract"], at: (index: number) => void): readonly FactsOrFailure[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: false });
  let start = 0;
  return job.paths.map((path, index) => {
    at(index);
    const end = job.ends[index] ?? start;
    const text = decoder.decode(new Uint8Array(job.bytes, start, end - start));
    start = end;
    return extractSafely(extract, path, text);
  });
}

/** No source text is worth a failed scan: whatever an extractor throws becomes a finding. */
function extractSafely(extract: Language["extract"], path: string, text: string): FactsOrFailure {
  try {
    const facts = extract(path, text);
    const ignores = ignoreComments(path, text);
    return ignores.length === 0 ? facts : { ...facts, ignores };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}
