import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { keepSnapshot, readSnapshot } from "@freehold/engine";
import { startServer } from "@freehold/server";
import { webRoot } from "@freehold/web";
import { InvalidArgumentError } from "commander";
import open from "open";
import { reportText } from "../report/report.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly port: number;
  readonly open: boolean;
}

/** `freehold open`: the products in the browser. */
export const openCommand: CommandDefinition = {
  name: "open",
  define: (command, terminal) => {
    addScanOptions(command)
      .summary("scan, and show the products in the browser")
      .description(
        "Scans repositories (or takes a snapshot file) and serves a read-only page about them on this machine.",
      )
      .argument("[paths...]", "repositories, folders of repositories, or one snapshot file (default: here)")
      .option("--no-interfaces", "do not read what products promise: faster, without elements and their users")
      .option("--port <number>", "port to listen on (default: any free one)", port, 0)
      .option("--no-open", "do not start a browser; print the address only")
      .addHelpText(
        "after",
        examples([
          ["freehold open", "this repository"],
          ["freehold open portfolio.json --port 4000", "a snapshot made earlier"],
          ["freehold open ~/work --no-open", "on a machine without a browser"],
        ]),
      )
      .action(async (paths: string[], flags: Flags) => {
        const snapshot = await snapshotOf(paths.length === 0 ? ["."] : paths, flags, terminal);
        const server = await startServer({ snapshot, port: flags.port, webRoot });
        terminal.out(`\nOpen ${server.address}  (ctrl+c ends it)\n`);
        if (flags.open) await openBrowser(server.address, terminal);
        await new Promise<void>((done) => {
          for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
        });
        await server.close();
      });
  },
};

async function snapshotOf(paths: readonly string[], flags: Flags, terminal: Terminal) {
  const [first] = paths;
  if (paths.length === 1 && first?.endsWith(".json") === true) {
    const file = resolve(terminal.cwd, first);
    if ((await stat(file).catch(() => undefined))?.isDirectory() !== true) return readSnapshot(file);
  }
  const given = paths.map((path) => resolve(terminal.cwd, path));
  const { snapshot, took } = await scanWithProgress(given, flags, terminal);
  await keepSnapshot(snapshot, given);
  terminal.out(reportText(snapshot, { terminal, took, all: false }));
  return snapshot;
}

/** A machine without a browser is no failure: the address is printed. */
async function openBrowser(address: string, terminal: Terminal): Promise<void> {
  try {
    const child = await open(address);
    child.once("error", () => terminal.err("No browser could be started; open the address by hand.\n"));
  } catch {
    terminal.err("No browser could be started; open the address by hand.\n");
  }
}

function port(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new InvalidArgumentError("Write a number from 0 to 65535.");
}
