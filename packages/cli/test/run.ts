/** Runs a command of the bundle in this process and remembers what it wrote. */
import { join } from "node:path";
import { inject } from "vitest";

/** What people run; and its threads and processes start in a fraction of the time that those of the sources take. */
const { run } = (await import(join(inject("bundled"), "dist/program.js"))) as typeof import("../src/program.ts");

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export async function freehold(cwd: string, ...args: string[]): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await run(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    redraw: (line) => void (err += line),
    interactive: false,
    width: 120,
    cwd,
  });
  process.exitCode = 0;
  return { code, out, err };
}
