import { resolve } from "node:path";
import { Failure } from "@freehold/engine";
import { backupFile } from "@freehold/server";
import { databasePlace, isPostgres } from "../database-place.ts";
import { addSettingsOptions, serverConfiguration, type SettingsFlags } from "../server-settings.ts";
import { type CommandDefinition, examples } from "./command.ts";

/** `freehold backup`: one moment of the database, while servers go on. */
export const backupCommand: CommandDefinition = {
  name: "backup",
  define: (command, terminal) => {
    addSettingsOptions(command)
      .summary("copy the database into a file, while the server runs")
      .description(
        "Copies one moment of a SQLite database, whole and compact; servers go on reading and writing. " +
          "The copy is checked before it gets its name. It holds secrets: keep it as you keep the database.",
      )
      .argument("<file>", "file to make; it must not exist")
      .addHelpText(
        "after",
        examples([
          ["freehold backup monday.db", "the database in your data folder"],
          ["freehold backup /backups/team.db --db /srv/team.db", "another one"],
        ]),
      )
      .action(async (file: string, flags: SettingsFlags) => {
        const { settings } = await serverConfiguration(flags, terminal);
        const place = databasePlace(settings.database, terminal.cwd);
        if (isPostgres(place)) throw onPostgres("pg_dump --format=custom --file=freehold.dump");
        const { bytes } = refusing(() => backupFile(place, resolve(terminal.cwd, file)));
        terminal.out(`${file}: ${bytes} bytes, checked\n`);
      });
  },
};

/** Its own tools know more than we could: replication, points in time, versions. */
export function onPostgres(tool: string): Failure {
  return new Failure("server/postgres", "a PostgreSQL database is not copied by this command", `Use its own: ${tool}`);
}

/** What the store refuses is the caller's to mend. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("store/")) {
      throw new Failure(String(error.code), error.message);
    }
    throw error;
  }
}
