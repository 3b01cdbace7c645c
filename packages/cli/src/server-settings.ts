/** The settings of the server for every command that is about one: file, environment, then flags. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Failure } from "@freehold/engine";
import { type Configuration, readConfiguration, type Sources } from "@freehold/server";
import type { Command } from "commander";
import type { Terminal } from "./terminal.ts";

export interface SettingsFlags {
  readonly config?: string;
  readonly db?: string;
}

const DEFAULT_FILE = "freehold.config.yaml";

export function addSettingsOptions(command: Command): Command {
  return command
    .option("--config <file>", `file with settings (default: ${DEFAULT_FILE}, where there is one)`)
    .option("--db <place>", "SQLite file, or postgres://user@host/name (default: a file in your data folder)");
}

/** Throws a `Failure` with every problem where something does not fit. */
export async function serverConfiguration(
  { config, db }: SettingsFlags,
  terminal: Terminal,
  flags: Readonly<Record<string, unknown>> = {},
): Promise<Configuration> {
  const file = await fileAt(config, terminal.cwd);
  const sources: Sources = {
    environment: process.env,
    flags: { ...flags, database: db },
    ...(file === undefined ? {} : { file }),
  };
  const read = readConfiguration(sources);
  if ("configuration" in read) return read.configuration;
  const hint = "freehold config shows every setting, what it is for and where it comes from.";
  throw new Failure("server/settings", "the settings do not fit", hint, read.problems);
}

async function fileAt(given: string | undefined, cwd: string): Promise<Sources["file"]> {
  const path = given ?? DEFAULT_FILE;
  try {
    return { path, text: await readFile(resolve(cwd, path), "utf8") };
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing && given === undefined) return undefined;
    const why = missing ? "there is none" : error instanceof Error ? error.message : String(error);
    throw new Failure("server/settings-file", `the file with settings ${path} can't be read: ${why}`);
  }
}
