import { resolve } from "node:path";
import { restoreFile } from "@freehold/server";
import { databasePlace, isPostgres } from "../database-place.ts";
import { addSettingsOptions, serverConfiguration, type SettingsFlags } from "../server-settings.ts";
import { onPostgres, refusing } from "./backup.ts";
import { type CommandDefinition, examples } from "./command.ts";

/** `freehold restore`: a backup where no database is. */
export const restoreCommand: CommandDefinition = {
  name: "restore",
  define: (command, terminal) => {
    addSettingsOptions(command)
      .summary("put a backup in the place of the database")
      .description(
        "Checks a backup and puts it where the database was. It never replaces one that is there: " +
          "end the server and move its database away first, with the files ending in -wal and -shm.",
      )
      .argument("<file>", "a file that freehold backup made")
      .addHelpText("after", examples([["freehold restore monday.db --db /srv/team.db", "then start the server again"]]))
      .action(async (file: string, flags: SettingsFlags) => {
        const { settings } = await serverConfiguration(flags, terminal);
        const place = databasePlace(settings.database, terminal.cwd);
        if (isPostgres(place)) throw onPostgres("pg_restore --clean --dbname=freehold freehold.dump");
        const { bytes } = refusing(() => restoreFile(resolve(terminal.cwd, file), place));
        terminal.out(`${place}: ${bytes} bytes, checked\n`);
      });
  },
};
