/** The thread that judges: until nothing has waited for a while. See `assess-apart.ts`. */
import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "@freehold/store";
import { assessSome } from "./assessing.ts";

export interface AssessingSetup {
  readonly database: string;
}

/** Milliseconds. Loading all checks takes longer than judging a product. */
const PAUSE = 500;
const IDLE = 30_000;
/** Whoever asks comes first. */
const NICENESS = 10;

giveWay();
const { database } = workerData as AssessingSetup;
const store = await openStore({ at: database, connections: 2 });
try {
  for (let idle = 0; idle < IDLE; idle += PAUSE) {
    while (await some()) idle = 0;
    await setTimeout(PAUSE);
  }
} finally {
  await store.close();
}

/** Another process may hold the database for longer than is waited; then it is tried again. */
async function some(): Promise<boolean> {
  try {
    return await assessSome(store, undefined);
  } catch (error) {
    parentPort?.postMessage(error, []);
    return false;
  }
}

/** Linux has priorities for threads; elsewhere this one has the same as the others. */
function giveWay(): void {
  try {
    setPriority(Number(basename(readlinkSync("/proc/thread-self"))), NICENESS);
  } catch {
    // Not Linux, or not allowed: slower answers while it judges, and nothing else.
  }
}
