import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { startWorker } from "@freehold/server";
import { InvalidArgumentError } from "commander";
import { databasePlace } from "../database-place.ts";
import { addSettingsOptions, serverConfiguration, type SettingsFlags } from "../server-settings.ts";
import { untilTold } from "../until-told.ts";
import { type CommandDefinition, examples } from "./command.ts";

interface Flags extends SettingsFlags {
  readonly jobs?: number;
  readonly heartbeat?: string;
  readonly patience: number;
  readonly tracing?: string;
}

/** `freehold worker`: looks at sources and scans repositories, beside any number of others. */
export const workerCommand: CommandDefinition = {
  name: "worker",
  define: (command, terminal) => {
    addSettingsOptions(command)
      .summary("scan the repositories of sources, beside other workers")
      .description(
        "Takes jobs from a PostgreSQL database, which any number of workers on any number of machines share:\n" +
          "looks at the lists of sources, fetches repositories and scans them. Told to end, it finishes what it does\n" +
          "for as long as --patience says, and gives back the rest. One that is killed loses nothing: others take its jobs.",
      )
      .option("--jobs <number>", `jobs at a time (default: half of the ${availableParallelism()} processors)`, positive)
      .option(
        "--heartbeat <file>",
        "a file that is written every ten seconds while it takes jobs, for whoever watches it",
      )
      .option("--patience <seconds>", "how long it finishes what it does when it is told to end", positive, 60)
      .option("--tracing <address>", "a collector of OpenTelemetry (OTLP over HTTP), such as http://127.0.0.1:4318")
      .addHelpText(
        "after",
        examples([
          ["freehold worker --db postgres://freehold@db/freehold", "takes jobs until ctrl+c"],
          ["freehold worker --jobs 8 --heartbeat /run/freehold/worker", "more at a time, watched by a file"],
        ]),
      )
      .action(async ({ jobs, heartbeat, patience, tracing, ...flags }: Flags) => {
        const given = { "worker.jobs": jobs, "tracing.url": tracing };
        const { settings } = await serverConfiguration(flags, terminal, given);
        const told = untilTold();
        const worker = await startWorker({
          database: databasePlace(settings.database, terminal.cwd),
          settings,
          ...(heartbeat === undefined ? {} : { heartbeat: resolve(terminal.cwd, heartbeat) }),
          failed(error, job) {
            const what = job === undefined ? "" : `${job.kind} ${job.id}: `;
            terminal.err(
              `${new Date().toISOString()} ${what}${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
            );
          },
        });
        terminal.out("Taking jobs; ctrl+c ends it after what it does.\n");
        await told;
        const left = worker.running().length;
        if (left > 0) terminal.out(`Finishing ${left} jobs, for at most ${patience} seconds.\n`);
        await worker.close(patience * 1000);
      });
  },
};

function positive(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= 100_000) return number;
  throw new InvalidArgumentError("Write a number, 1 or more.");
}
