/** Scans one repository when it is told to, and says how far it is; run by `scan-apart.ts`. */
import { Failure } from "@freehold/engine/scan";
import type { ScanWord } from "./scan-apart.ts";
import { type ScanOrder, scanOne } from "./scan-one.ts";

/** Once a second is often enough to look at. */
const BETWEEN_WORDS = 1000;

process.once("message", (order) => {
  let said = 0;
  scanOne(order as ScanOrder, (progress) => {
    if (performance.now() - said < BETWEEN_WORDS) return;
    said = performance.now();
    process.send?.({ kind: "progress", ...progress } satisfies ScanWord);
  }).then(
    (done) => end({ kind: "done", ...done }),
    (error: unknown) => end(failed(error)),
  );
});
// Whoever asked is gone: so is the reason to scan.
process.once("disconnect", () => process.exit(1));

function failed(error: unknown): ScanWord {
  if (!(error instanceof Failure))
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  const { message, hint } = error;
  return { kind: "failed", message, ...(hint === undefined ? {} : { hint }) };
}

function end(word: ScanWord): void {
  process.send?.(word, () => process.exit(0));
}
