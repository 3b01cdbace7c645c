/** Where the database is: what was said, else a file in the data folder of whoever runs the command. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export function databasePlace(given: string | undefined, cwd: string): string {
  if (given === undefined) return join(dataFolder(), "freehold.db");
  return isPostgres(given) ? given : resolve(cwd, given);
}

export function isPostgres(place: string): boolean {
  return /^postgres(?:ql)?:/.test(place);
}

/** As the XDG base directories have it. */
function dataFolder(): string {
  return join(process.env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "freehold");
}
