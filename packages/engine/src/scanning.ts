/** The second entry of this package: scanning alone, without the modules that other use cases load. */
export { Failure } from "./failure.ts";
export { readImported } from "./imported/read-imported.ts";
export { withImported } from "./imported/with-imported.ts";
export { keepSnapshot } from "./kept-snapshots.ts";
export type { OnProgress, Progress, Stage } from "./progress.ts";
export type { ScanOptions } from "./scan/options.ts";
export { scan, type ScanResult } from "./scan/scan.ts";
export { writeSnapshot } from "./snapshot-file.ts";
