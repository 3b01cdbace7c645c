/** The thread that runs kinds of interface; its stack is as deep as parsers recurse. */
import { parentPort, workerData } from "node:worker_threads";
import type { FileDigest } from "@freehold/interfaces";
import { digestKey, knownDigests, preloadDigests } from "@freehold/interfaces/kinds";
import { noCache, openCache } from "@freehold/repository";
import { compareUnits, extractUnit, type UnitTexts } from "./job.ts";

export type Request =
  | { readonly do: "extract"; readonly unit: UnitTexts }
  | { readonly do: "compare"; readonly before: UnitTexts | undefined; readonly after: UnitTexts | undefined };

export interface WorkerSetup {
  readonly cache: boolean;
}

const cache = (workerData as WorkerSetup).cache ? openCache() : noCache;
/** The version of a digest is part of its key. */
const SHELF = "typescript-digest";
const kept = new Set<string>();

parentPort?.on("message", (request: Request) => {
  void answer(request).then((result) => parentPort?.postMessage(result, []));
});

async function answer(request: Request): Promise<unknown> {
  const units = request.do === "extract" ? [request.unit] : [request.before, request.after];
  await preload(units.filter((unit) => unit !== undefined));
  const result = request.do === "extract" ? extractUnit(request.unit) : compareUnits(request.before, request.after);
  await keep();
  return result;
}

/** Digests of files that an earlier run has read. */
async function preload(units: readonly UnitTexts[]): Promise<void> {
  const known = knownDigests();
  const keys = new Set<string>();
  for (const { texts } of units) {
    for (const [path, text] of texts) {
      if (text === null || !/\.[cm]?[jt]sx?$/.test(path)) continue;
      const key = digestKey({ path, text });
      if (!known.has(key)) keys.add(key);
    }
  }
  const found = await cache.getMany(SHELF, [...keys]);
  for (const key of found.keys()) kept.add(key);
  preloadDigests([...found] as [string, FileDigest][]);
}

async function keep(): Promise<void> {
  const fresh = [...knownDigests()].filter(([key]) => !kept.has(key));
  for (const [key] of fresh) kept.add(key);
  await cache.putMany(SHELF, new Map(fresh));
}
