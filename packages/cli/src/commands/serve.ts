import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { startPortfolioServer } from "@freehold/server";
import { untilTold } from "../until-told.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { portNumber } from "../port-number.ts";

interface Flags {
  readonly db?: string;
  readonly port: number;
  readonly host: string;
}

const DEFAULT_PORT = 4000;

/** `freehold serve`: the living portfolio of an organisation, over HTTP. */
export const serveCommand: CommandDefinition = {
  name: "serve",
  define: (command, terminal) => {
    command
      .summary("keep a portfolio and answer questions about it over HTTP")
      .description(
        "Takes snapshots in (freehold push) and keeps what they say, with its history and what people correct.\n" +
          "The reference of the API is at /api/. It answers to this machine only, and to whoever is on it.",
      )
      .option("--db <place>", "SQLite file, or postgres://user@host/name (default: a file in your data folder)")
      .option("--port <number>", "port to listen on; 0 takes any free one", portNumber, DEFAULT_PORT)
      .option("--host <name>", "address to listen on", "127.0.0.1")
      .addHelpText(
        "after",
        examples([
          ["freehold serve", "a portfolio of your own, on port 4000"],
          ["freehold serve --db team.db --port 8080", "another file, another port"],
          ["freehold serve --db postgres://freehold@localhost/freehold", "PostgreSQL"],
        ]),
      )
      .action(async ({ db, port, host }: Flags) => {
        const database = await databaseAt(db, terminal.cwd);
        const server = await startPortfolioServer({ database, port, host });
        terminal.out(`Serving ${server.address}  (reference: ${server.address}/api/, ctrl+c ends it)\n`);
        terminal.out(`Bring a portfolio in: freehold push --server ${server.address}\n`);
        await untilTold();
        await server.close();
      });
  },
};

/** A file is relative to where the person is; its folder is made. */
async function databaseAt(given: string | undefined, cwd: string): Promise<string> {
  if (given !== undefined && /^postgres(?:ql)?:/.test(given)) return given;
  const path = given === undefined ? join(dataFolder(), "freehold.db") : resolve(cwd, given);
  await mkdir(dirname(path), { recursive: true });
  return path;
}

/** As the XDG base directories have it. */
function dataFolder(): string {
  return join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "freehold");
}
