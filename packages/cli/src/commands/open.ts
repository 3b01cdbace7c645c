import { STANDARD_FILE } from "@freehold/model";
import { serveSnapshot } from "@freehold/server";
import { webRoot } from "@freehold/web";
import open from "open";
import { shownPortfolio, type ShownFlags } from "../shown-portfolio.ts";
import type { Terminal } from "../terminal.ts";
import { untilTold } from "../until-told.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { portNumber } from "../port-number.ts";
import { addImportedOption, addScanOptions } from "./scan-options.ts";

interface Flags extends ShownFlags {
  readonly port: number;
  readonly open: boolean;
}

/** `freehold open`: the products in the browser. */
export const openCommand: CommandDefinition = {
  name: "open",
  define: (command, terminal) => {
    addImportedOption(addScanOptions(command))
      .summary("scan, and show the products in the browser")
      .description(
        "Scans repositories (or takes a snapshot file) and serves a read-only page about them on this machine. " +
          "With --base, or with two snapshots, the earlier one first, the page also shows what changed in between.",
      )
      .argument(
        "[paths...]",
        "repositories, folders of repositories, or one snapshot file, or two to compare (default: here)",
      )
      .option("--no-interfaces", "do not read what products promise: faster, without elements and their users")
      .option("--base <revision>", "show what changed in the interfaces since this commit, branch or tag")
      .option(
        "--standard <file>",
        `the standard to hold products to (default: ${STANDARD_FILE} here, else Freehold's own)`,
      )
      .option("--port <number>", "port to listen on (default: any free one)", portNumber, 0)
      .option("--no-open", "do not start a browser; print the address only")
      .addHelpText(
        "after",
        examples([
          ["freehold open", "this repository"],
          ["freehold open portfolio.json --port 4000", "a snapshot made earlier"],
          ["freehold open --base main", "with what this branch changes in the interfaces"],
          ["freehold open before.json after.json", "two snapshots, and what changed between them"],
          ["freehold open ~/work --no-open", "on a machine without a browser"],
        ]),
      )
      .action(async (paths: string[], flags: Flags) => {
        const shown = await shownPortfolio(paths, flags, terminal);
        const server = await serveSnapshot({ ...shown, port: flags.port, webRoot });
        terminal.out(`\nOpen ${server.address}  (ctrl+c ends it)\n`);
        if (flags.open) await openBrowser(server.address, terminal);
        await untilTold();
        await server.close();
      });
  },
};

/** A machine without a browser is no failure: the address is printed. */
async function openBrowser(address: string, terminal: Terminal): Promise<void> {
  try {
    const child = await open(address);
    child.once("error", () => terminal.err("No browser could be started; open the address by hand.\n"));
  } catch {
    terminal.err("No browser could be started; open the address by hand.\n");
  }
}
