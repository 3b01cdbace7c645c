/** Runs a command in this process and remembers what it wrote. */
import { run } from "../src/program.ts";

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
