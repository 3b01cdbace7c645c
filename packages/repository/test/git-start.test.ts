/** git that the system refuses to start for a moment: under load, and beside programs that reserve much memory. */
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { createGit } from "../src/git/run.ts";
import { createObjectPool } from "../src/objects/pool.ts";

type Refusal = "throws" | "reports";

/** Refuses so many times, as Node does: by an exception for some codes, by an event for others. */
function refusing(times: number, code: string, how: Refusal) {
  let asked = 0;
  const settings = {
    firstPause: 1,
    spawn: ((program: string, args: string[], options: object) => {
      asked++;
      if (asked > times) return spawn(program, args, options);
      const error = Object.assign(new Error(`spawn ${program} ${code}`), { code });
      if (how === "throws") throw error;
      const child = spawn("/nowhere/at/all", [], options);
      const emit = child.emit.bind(child);
      child.emit = (event: string | symbol, ...rest: unknown[]) =>
        event === "error" ? emit("error", error) : emit(event, ...rest);
      return child;
    }) as never,
  };
  return { settings, asked: () => asked };
}

describe("a git that can't be started at once", () => {
  test.each([
    ["ENOMEM", "throws"],
    ["EAGAIN", "reports"],
    ["EMFILE", "reports"],
  ] as const)("is started after a pause: %s, which Node %s", async (code, how) => {
    const { settings, asked } = refusing(2, code, how);
    const { code: ended, stdout } = await createGit(tmpdir(), settings).run(["--version"]);
    expect([ended, stdout.toString("utf8").slice(0, 11), asked()]).toEqual([0, "git version", 3]);
  });

  test("is given up when that goes on, and says why", async () => {
    const { settings, asked } = refusing(Infinity, "ENOMEM", "throws");
    const { code, stderr } = await createGit(tmpdir(), settings).run(["--version"]);
    expect([code, stderr, asked()]).toEqual([-1, "git could not be started: spawn git ENOMEM", 7]);
  });

  test("is not tried again when there is no git", async () => {
    const { settings, asked } = refusing(Infinity, "ENOENT", "reports");
    expect((await createGit(tmpdir(), settings).run(["--version"])).code).toBe(-1);
    expect(asked()).toBe(1);
  });

  test("answers nothing to who reads objects, and ends", async () => {
    const { settings } = refusing(Infinity, "ENOMEM", "throws");
    const pool = createObjectPool(createGit(tmpdir(), settings));
    const process = await pool.take();
    process.ask(["HEAD"]);
    expect(await process.next()).toBeUndefined();
    pool.give(process);
    await pool.close();
  });
});
