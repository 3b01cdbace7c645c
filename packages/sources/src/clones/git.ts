/**
 * git as a client: argument arrays and no shell, addresses behind `--`, one protocol, no hooks, no submodules, no
 * configuration but ours. Credentials go by the environment, which only this user can read, never by the command line.
 */
import { spawn } from "node:child_process";
import { tracingChannel } from "node:diagnostics_channel";
import { delimiter, isAbsolute } from "node:path";
import { SourceFailure } from "../failure.ts";
import type { GitCredential } from "../forges/open-source.ts";
import type { Address, Reach } from "../web.ts";

export interface GitRun {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const STDERR_LIMIT = 16 * 1024;
const STDOUT_LIMIT = 64 * 1024 * 1024;

/** For whoever traces processes; addresses are not told. */
const processes = tracingChannel("freehold.process");

/** What it wrote. Throws `SourceFailure` with the end of what it complained of. */
export async function runGit(args: readonly string[], run: GitRun): Promise<string> {
  const [command = ""] = args;
  return await processes.tracePromise(async () => await ran(args, run), { program: "git", command });
}

async function ran(args: readonly string[], { cwd, environment, signal }: GitRun): Promise<string> {
  signal.throwIfAborted();
  const child = spawn("git", [...args], {
    cwd,
    env: { ...environment },
    shell: false,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
    detached: true,
  });
  const stop = () => {
    try {
      // git has helpers of its own, which end with it.
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  };
  signal.addEventListener("abort", stop, { once: true });
  const out: Buffer[] = [];
  let [written, complained] = [0, ""];
  child.stdout.on("data", (chunk: Buffer) => {
    written += chunk.length;
    if (written > STDOUT_LIMIT) stop();
    else out.push(chunk);
  });
  child.stderr.on("data", (chunk: Buffer) => {
    if (complained.length < STDERR_LIMIT) complained += chunk.toString("utf8");
  });
  const { promise, resolve } = Promise.withResolvers<number>();
  child.once("error", (error) => {
    complained += error.message;
    resolve(-1);
  });
  child.once("close", (code) => resolve(code ?? -1));
  const code = await promise;
  signal.removeEventListener("abort", stop);
  signal.throwIfAborted();
  if (code === 0) return Buffer.concat(out).toString("utf8");
  throw failed(args[0] ?? "", complained);
}

/** Words of git and of the host, as what can be done about it. */
function failed(command: string, complained: string): SourceFailure {
  const words = complained.trim().split("\n").slice(-3).join(" ").slice(0, 500);
  if (
    /authentication failed|could not read username|permission denied|invalid credentials|\b401\b|\b403\b|access denied/i.test(
      words,
    )
  ) {
    return new SourceFailure("source/unauthorized", `the repository may not be read: ${words}`, {
      final: true,
      hint: "Give the source a credential that may read it.",
    });
  }
  if (/not found|does not exist|does not appear to be a git repository|\b404\b/i.test(words)) {
    return new SourceFailure("source/not-found", `there is no repository: ${words}`, {
      final: true,
      hint: "Look at the address; what is private is only shown to a credential that may see it.",
    });
  }
  return new SourceFailure("source/git", `git ${command} failed: ${words}`, { hint: "It is tried again by itself." });
}

/** The environment for commands on what is here. */
export function localEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    // Several of git's variables name programs, and ours name secrets.
    if (value !== undefined && !/^(?:GIT|FREEHOLD|SSH)_/i.test(name)) environment[name] = value;
  }
  const path = (environment["PATH"] ?? "").split(delimiter).filter((entry) => isAbsolute(entry));
  return {
    ...environment,
    PATH: path.join(delimiter),
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    GIT_ALLOW_PROTOCOL: "",
    ...configuration(LOCAL),
  };
}

type Entry = readonly [key: string, value: string];

const LOCAL: readonly Entry[] = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["gc.auto", "0"],
  ["maintenance.auto", "false"],
  ["fetch.recurseSubmodules", "no"],
];

export interface Remote {
  readonly url: string;
  readonly credential: GitCredential;
  readonly reach: Reach;
  /** Files of a key, where one is needed. */
  readonly keyFiles?: { readonly key: string; readonly knownHosts: string };
}

/** … and to speak to one host, at the address that was allowed. Throws what `reach` throws. */
export async function remoteEnvironment({ url, credential, reach, keyFiles }: Remote): Promise<Record<string, string>> {
  const { protocol, hostname, port, origin } = new URL(url);
  const scheme = protocol.slice(0, -1);
  const environment: Record<string, string> = { ...localEnvironment(), GIT_ALLOW_PROTOCOL: scheme };
  if (scheme === "file") return environment;
  const address = await reach(
    new URL(`${WEB.has(scheme) ? scheme : "https"}://${hostname}${port === "" ? "" : `:${port}`}`),
  );
  if (scheme === "ssh") {
    return {
      ...environment,
      GIT_SSH_COMMAND: sshCommand(address, hostKeyName(hostname, port), keyFiles),
      GIT_SSH_VARIANT: "ssh",
    };
  }
  if (scheme === "git") {
    const host = `${hostname}${port === "" ? "" : `:${port}`}`;
    const pinned = `${bracketed(address)}${port === "" ? "" : `:${port}`}`;
    return {
      ...environment,
      // Its server is still asked for the name: one address may serve several.
      GIT_OVERRIDE_VIRTUAL_HOST: host,
      ...configuration([...LOCAL, [`url.git://${pinned}/.insteadOf`, `git://${host}/`]]),
    };
  }
  return {
    ...environment,
    ...configuration([
      ...LOCAL,
      // A redirect could lead to what only the server reaches.
      ["http.followRedirects", "false"],
      ["http.lowSpeedLimit", "1000"],
      ["http.lowSpeedTime", "60"],
      ["http.curloptResolve", `${hostname}:${port || (scheme === "https" ? "443" : "80")}:${bracketed(address)}`],
      ...(credential.kind === "basic" ? [[`http.${origin}/.extraHeader`, basicHeader(credential)] as const] : []),
    ]),
  };
}

const WEB = new Set(["http", "https"]);

function bracketed({ address, family }: Address): string {
  return family === 6 ? `[${address}]` : address;
}

function basicHeader({ user, password }: { readonly user: string; readonly password: string }): string {
  return `Authorization: Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

/** As known_hosts has it: `[host]:2222` where the port is another one. */
function hostKeyName(hostname: string, port: string): string {
  return port === "" || port === "22" ? hostname : `[${hostname}]:${port}`;
}

/** Run by a shell: nothing in it but an address that was resolved, a host name, and paths that we made. */
function sshCommand({ address }: Address, hostKey: string, files: Remote["keyFiles"]): string {
  if (!/^[\w.:[\]-]+$/.test(hostKey) || !/^[\da-f.:]+$/i.test(address)) throw new Error("no name of a host");
  const identity = files === undefined ? ["-o IdentityFile=none"] : [`-o IdentityFile='${files.key}'`];
  const known = files === undefined ? "/dev/null" : files.knownHosts;
  return [
    "ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -o StrictHostKeyChecking=yes",
    "-o PermitLocalCommand=no -o ForwardAgent=no -o ConnectTimeout=20 -o GlobalKnownHostsFile=/dev/null",
    `-o HostName=${address} -o 'HostKeyAlias=${hostKey}' -o UserKnownHostsFile='${known}'`,
    ...identity,
  ].join(" ");
}

function configuration(entries: readonly Entry[]): Record<string, string> {
  const numbered = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { GIT_CONFIG_COUNT: String(entries.length), ...(Object.fromEntries(numbered) as Record<string, string>) };
}
