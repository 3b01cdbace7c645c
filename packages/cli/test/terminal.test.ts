/** What a hostile name can do to the terminal of whoever runs a command: nothing, on either stream. */
import { afterEach, expect, test, vi } from "vitest";
import { progressLine } from "../src/progress-line.ts";
import { processTerminal, type Terminal } from "../src/terminal.ts";

/** Sets the title, clears the screen, writes to the clipboard, goes back over the line. */
const HOSTILE = "shop\u001B]0;owned\u0007\u001B[2J\u001B]52;c;cm0gLXJm\u0007\r\u0008\u009B31m";
const HARMLESS = "shop]0;owned[2J]52;c;cm0gLXJm31m";

let written = "";
function watched(over: Partial<Terminal> = {}): Terminal {
  written = "";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      written += String(text);
      return true;
    });
  }
  return { ...processTerminal(), ...over };
}
afterEach(() => vi.restoreAllMocks());

test("reports", () => {
  watched().out(`${HOSTILE}\n`);
  expect(written).toBe(`${HARMLESS}\n`);
});

test("errors, colours apart", () => {
  watched().err(`\u001B[31merror\u001B[39m: ${HOSTILE}\n`);
  expect(written).toBe(`\u001B[31merror\u001B[39m: ${HARMLESS}\n`);
});

test.each([
  ["live", true, `\r\u001B[2K${HARMLESS}: files 1 of 2`],
  ["a log", false, `${HARMLESS}: files\n`],
])("progress, %s", (_, interactive, expected) => {
  const terminal = watched({ interactive, width: 200 });
  progressLine(terminal, () => 0).onProgress({ repository: HOSTILE, stage: "files", done: 1, total: 2 });
  expect(written).toBe(expected);
});

test("a name of two lines is one line of progress", () => {
  const terminal = watched({ interactive: false });
  progressLine(terminal, () => 0).onProgress({ repository: "shop\nerror: none", stage: "files", done: 0 });
  expect(written).toBe("shop error: none: files\n");
});
