#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { run } from "./program.ts";
import { processTerminal } from "./terminal.ts";

// Halves the time that workers need to start.
enableCompileCache();

// A reader such as `head` may close the pipe early; that is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2), processTerminal());
