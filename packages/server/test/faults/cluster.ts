/** A PostgreSQL of a test's own, to be stopped and started again under load. Its program refuses to run as root. */
import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export interface Cluster extends AsyncDisposable {
  readonly url: string;
  start(): Promise<void>;
  /** As a crash would: connections break at once. */
  stop(): Promise<void>;
}

/** Where Debian keeps the programs; undefined where there are none. */
export const PROGRAMS = globSync("/usr/lib/postgresql/*/bin").find((path) => existsSync(join(path, "initdb")));

export async function makeCluster(programs: string): Promise<Cluster> {
  const folder = await mkdtemp(join(tmpdir(), "freehold-pg-"));
  const root = userInfo().uid === 0;
  const owner = root ? await postgresUser() : undefined;
  if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const name = root ? "postgres" : userInfo().username;
  const call = async (program: string, ...parameters: string[]) =>
    await run(join(programs, program), parameters, { cwd: folder, ...owner, env: { ...process.env, TZ: "UTC" } });
  await call("initdb", "--pgdata", data, "--auth", "trust", "--username", name, "--no-sync");
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c port=5499 -c fsync=off`;
  return {
    url: `postgres:///postgres?host=${folder}&port=5499&user=${name}`,
    start: async () =>
      void (await call("pg_ctl", "start", "--wait", "--pgdata", data, "--log", join(folder, "log"), "-o", options)),
    stop: async () => void (await call("pg_ctl", "stop", "--wait", "--pgdata", data, "--mode", "immediate")),
    async [Symbol.asyncDispose]() {
      await call("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate").catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function postgresUser(): Promise<{ readonly uid: number; readonly gid: number }> {
  const [uid, gid] = await Promise.all([run("id", ["-u", "postgres"]), run("id", ["-g", "postgres"])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}
