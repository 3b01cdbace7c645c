/** What `freehold doctor` looks at. Each check says what it found and what to do; none changes anything. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { access, constants, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { type DatabaseFacts, inspectFile, inspectPostgres } from "@freehold/store";
import { accountsOn } from "../config/coherence.ts";
import type { Settings } from "../config/settings.ts";
import { withoutPassword } from "../config/shown.ts";

export interface Checked {
  readonly name: string;
  readonly state: "fine" | "warning" | "failed";
  readonly found: string;
  readonly todo?: string;
}

export interface CheckupOptions {
  readonly settings: Settings;
  /** Path of a SQLite file, or `postgres://…`. */
  readonly database: string;
}

const LEAST_NODE = 24;
const LEAST_DISK = 1024 ** 3;

export async function checkup({ settings, database }: CheckupOptions): Promise<Checked[]> {
  const postgres = /^postgres(?:ql)?:/.test(database);
  return [
    node(),
    await git(),
    reachable(settings),
    await (postgres ? onPostgres(database) : onFile(database)),
    ...(postgres ? [] : [await disk(database)]),
  ];
}

function node(): Checked {
  const { node: version } = process.versions;
  if (Number.parseInt(version, 10) >= LEAST_NODE) return { name: "node", state: "fine", found: version };
  return { name: "node", state: "failed", found: version, todo: `Install Node ${LEAST_NODE} or later.` };
}

async function git(): Promise<Checked> {
  try {
    const { stdout } = await promisify(execFile)("git", ["--version"], { timeout: 10_000 });
    return { name: "git", state: "fine", found: stdout.trim() };
  } catch {
    return {
      name: "git",
      state: "warning",
      found: "not found",
      todo: "Scans need it; a server that only takes snapshots does not.",
    };
  }
}

function reachable(settings: Settings): Checked {
  const { host, port, publicUrl } = settings;
  const found = `${host}:${port}, accounts ${accountsOn(settings) ? "on" : "off"}`;
  const plain = publicUrl?.startsWith("http:") === true && accountsOn(settings);
  if (!plain) return { name: "settings", state: "fine", found };
  const todo = `${publicUrl} is not https: whoever is in between can read passwords. Put a proxy with a certificate before it.`;
  return { name: "settings", state: "warning", found, todo };
}

async function onFile(path: string): Promise<Checked> {
  const name = "database";
  if (!existsSync(path)) return { name, state: "fine", found: `${path} is made when the server starts` };
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return judged(path, inspectFile(path));
  } catch (error) {
    return { name, state: "failed", found: messageOf(error), todo: "Name a database that you may write: --db" };
  }
}

async function onPostgres(url: string): Promise<Checked> {
  try {
    return judged(withoutPassword(url), await inspectPostgres(url));
  } catch (error) {
    const found = `${withoutPassword(url)}: ${messageOf(error)}`;
    return {
      name: "database",
      state: "failed",
      found,
      todo: "Start PostgreSQL, make the database, or mend the address.",
    };
  }
}

function judged(place: string, { bytes, faults, grants, missing, newer }: DatabaseFacts): Checked {
  const name = "database";
  const found = `${place}, ${bytes} bytes`;
  if (faults.length > 0) {
    return {
      name,
      state: "failed",
      found: `${found}, damaged: ${faults.join("; ")}`,
      todo: "Restore a backup: freehold restore",
    };
  }
  if (newer.length > 0) {
    return {
      name,
      state: "failed",
      found: `${found}, written by a newer Freehold (${newer.join(", ")})`,
      todo: "Run that version or a later one.",
    };
  }
  if (grants.length > 0) {
    const todo = `As the owner of the database: ${grants.join("; ")};`;
    return { name, state: "failed", found: `${found}, whose tables or jobs this role may not make`, todo };
  }
  if (missing.length === 0) return { name, state: "fine", found };
  const todo = "The server runs them when it starts; back up first: freehold backup";
  return { name, state: "warning", found: `${found}, without ${missing.join(", ")}`, todo };
}

async function disk(path: string): Promise<Checked> {
  const name = "disk";
  let folder = dirname(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    const { bavail, bsize } = await statfs(folder);
    const found = `${Math.round((bavail * bsize) / 1024 ** 2)} MiB free at ${folder}`;
    if (bavail * bsize >= LEAST_DISK) return { name, state: "fine", found };
    return { name, state: "warning", found, todo: "Make room: the database and its backups grow." };
  } catch (error) {
    return { name, state: "failed", found: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
