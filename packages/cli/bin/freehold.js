#!/usr/bin/env node
/**
 * Runs the bundle; in a workspace only while every file that it was made of is as it was then, else the sources.
 * JavaScript, since reading TypeScript alone would cost a tenth of the start.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";

// Most of what a command makes is forgotten at once: in a young generation that stays small it is made on pages that are
// there (docs/speed.md). Not where many are served for long. Before the compile cache, which knows flags apart.
if (!["serve", "worker"].includes(process.argv[2] ?? "")) setFlagsFromString("--semi-space-growth-factor=1");

// Halves the time to start, of the program and of its workers; only what is loaded after it gains.
enableCompileCache();
await import(isCurrent() ? "../dist/main.js" : "../src/main.ts");

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
