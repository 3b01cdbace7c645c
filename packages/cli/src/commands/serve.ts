import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { startPortfolioServer } from "@freehold/server";
import { webRoot } from "@freehold/web";
import { databasePlace, isPostgres } from "../database-place.ts";
import { addSettingsOptions, serverConfiguration, type SettingsFlags } from "../server-settings.ts";
import { untilTold } from "../until-told.ts";
import { type CommandDefinition, examples } from "./command.ts";
import { portNumber } from "../port-number.ts";

interface Flags extends SettingsFlags {
  readonly port?: number;
  readonly host?: string;
  readonly publicUrl?: string;
  readonly tracing?: string;
}

/** `freehold serve`: the living portfolio of an organisation, over HTTP. */
export const serveCommand: CommandDefinition = {
  name: "serve",
  define: (command, terminal) => {
    addSettingsOptions(command)
      .summary("keep a portfolio and answer questions about it over HTTP")
      .description(
        "Takes snapshots in (freehold push) and keeps what they say, with its history and what people correct. " +
          "The reference of the API is at /api/. Without settings it answers to this machine only, and to whoever is on it; " +
          "for others it needs accounts, and prints a link for the first of them. freehold config shows all settings.",
      )
      .option("--port <number>", "port to listen on; 0 takes any free one (default: 4000)", portNumber)
      .option("--host <name>", "address to listen on (default: 127.0.0.1)")
      .option("--public-url <address>", "the address that people open; needed where accounts are on")
      .option("--tracing <address>", "a collector of OpenTelemetry (OTLP over HTTP), such as http://127.0.0.1:4318")
      .addHelpText(
        "after",
        examples([
          ["freehold serve", "a portfolio of your own, on port 4000"],
          ["freehold serve --db team.db --port 8080", "another file, another port"],
          ["freehold serve --db postgres://freehold@localhost/freehold", "PostgreSQL"],
          ["freehold serve --host 0.0.0.0 --public-url https://freehold.example.org", "for others, with accounts"],
        ]),
      )
      .action(async ({ port, host, publicUrl, tracing, ...flags }: Flags) => {
        const given = { port, host, publicUrl, "tracing.url": tracing };
        const { settings } = await serverConfiguration(flags, terminal, given);
        const database = databasePlace(settings.database, terminal.cwd);
        if (!isPostgres(database)) await mkdir(dirname(database), { recursive: true });
        // It answers before all of it has started; whoever ends it then must not find the program deaf to that.
        const told = untilTold();
        const server = await startPortfolioServer({ database, settings, webRoot });
        terminal.out(`Open ${server.address}  (reference of the API: ${server.address}/api/, ctrl+c ends it)\n`);
        terminal.out(`Bring a portfolio in: freehold push --server ${server.address}\n`);
        if (server.setup !== undefined) {
          terminal.out(`Make the first account within a day, by a link that works once:\n  ${server.setup}\n`);
        }
        await told;
        await server.close();
      });
  },
};
