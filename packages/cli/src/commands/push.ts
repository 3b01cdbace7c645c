import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { createClient, type PushedSnapshot, pushSnapshot } from "@freehold/client";
import { Failure, keepSnapshot, snapshotText } from "@freehold/engine";
import { pushFailure } from "../push-failure.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { addImportedOption, addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly server: string;
  readonly token?: string;
  readonly resume?: string;
  readonly json?: boolean;
}

const DEFAULT_SERVER = "http://127.0.0.1:4000";

/** `freehold push`: bring a snapshot to a server. */
export const pushCommand: CommandDefinition = {
  name: "push",
  define: (command, terminal) => {
    addImportedOption(addScanOptions(command))
      .summary("bring what a scan saw to a server")
      .description(
        "Sends a snapshot file, or scans first and sends that. The server takes in all of it or nothing; " +
          "the same snapshot a second time changes nothing. A large one goes in parts, which are tried again.",
      )
      .argument("[paths...]", "one snapshot file, or repositories and folders of them to scan (default: here)")
      .option("--no-interfaces", "do not read what products promise: faster, without elements and their users")
      .option("--server <url>", "address of the server", process.env["FREEHOLD_SERVER"] ?? DEFAULT_SERVER)
      .option("--token <token>", "API token, where the server has accounts (better: FREEHOLD_TOKEN)")
      .option("--resume <upload>", "go on with an upload that broke; only what is missing is sent")
      .option("--json", "print the answer as JSON")
      .addHelpText(
        "after",
        examples([
          ["freehold push", "this repository, to the server on this machine"],
          ["freehold push portfolio.json --server https://freehold.acme.example", "a snapshot made earlier"],
          ["freehold push ~/work --no-history", "every repository in a folder"],
        ]),
      )
      .action(async (paths: string[], flags: Flags) => {
        const pushed = await push(await snapshotOf(paths, flags, terminal), flags, terminal);
        terminal.out(flags.json === true ? `${JSON.stringify(pushed)}\n` : told(pushed));
      });
  },
};

/** The bytes of the snapshot: a file is read piece by piece as it is sent. */
async function snapshotOf(paths: readonly string[], flags: Flags, terminal: Terminal): Promise<Blob> {
  const given = (paths.length === 0 ? ["."] : paths).map((path) => resolve(terminal.cwd, path));
  const [first = ".", ...others] = given;
  if (first.endsWith(".json") && (await isFile(first))) {
    if (others.length === 0) return await openAsBlob(first);
    throw new Failure(
      "push/too-many-snapshots",
      `${given.length} paths were given`,
      "Push one snapshot file at a time.",
    );
  }
  const { snapshot } = await scanWithProgress(given, flags, terminal);
  await keepSnapshot(snapshot, given);
  return new Blob([...snapshotText(snapshot)]);
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

async function push(snapshot: Blob, flags: Flags, terminal: Terminal): Promise<PushedSnapshot> {
  const token = flags.token ?? process.env["FREEHOLD_TOKEN"];
  let upload = flags.resume;
  try {
    return await pushSnapshot(
      createClient({ server: flags.server, ...(token === undefined ? {} : { token }) }),
      snapshot,
      {
        ...(upload === undefined ? {} : { upload }),
        onProgress(progress) {
          upload = progress.upload;
          if (terminal.interactive) terminal.redraw(`sent ${progress.sent} of ${progress.of} bytes`);
        },
      },
    );
  } catch (error) {
    throw pushFailure(error, flags.server, upload);
  } finally {
    if (terminal.interactive) terminal.redraw("");
  }
}

function told({ known, snapshot, revision, units, products, changed }: PushedSnapshot): string {
  if (known) return `The server knows this snapshot already (revision ${revision}); nothing changed.\n`;
  return (
    `Revision ${revision}: ${products} products and ${units} units arrived, ` +
    `${changed.products} and ${changed.units} of them new or changed.\n` +
    `Snapshot ${snapshot.slice(0, 12)}\n`
  );
}
