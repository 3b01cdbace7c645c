/** Runs the steps of `ci/` as the code hosts' runners do: with bash, in a repository, with their variables. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../../..");

export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly run: string;
}

export interface ActionRun {
  readonly code: number;
  readonly log: string;
  readonly summary: string;
  /** `<step>.<output>` */
  readonly outputs: ReadonlyMap<string, string>;
  /** What `npm` was asked to do: it installs nothing here. */
  readonly npm: string;
}

/** Runs a composite action's steps; `context` answers expressions such as `inputs.base` and `github.event.before`. */
export function runAction(
  steps: readonly Step[],
  context: Readonly<Record<string, string>>,
  cwd: string,
  temp: string,
): ActionRun {
  const bin = fakeNpm(temp);
  const outputs = new Map<string, string>();
  const path = [bin];
  let log = "";
  let code = 0;
  for (const [index, step] of steps.entries()) {
    const files = Object.fromEntries(
      ["GITHUB_OUTPUT", "GITHUB_PATH"].map((name) => [name, join(temp, `${name}-${index}`)]),
    );
    for (const file of Object.values(files)) writeFileSync(file, "");
    const env = Object.fromEntries(
      Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluated(value, context, outputs)]),
    );
    const ran = bash(step.run, cwd, {
      ...env,
      ...files,
      GITHUB_STEP_SUMMARY: join(temp, "summary"),
      GITHUB_ACTION_PATH: join(ROOT, "ci/github"),
      RUNNER_TEMP: temp,
      PATH: [...path, process.env["PATH"]].join(":"),
      NPM_LOG: join(temp, "npm.log"),
    });
    log += ran.log;
    for (const line of lines(files["GITHUB_PATH"] ?? "")) path.unshift(line);
    for (const line of lines(files["GITHUB_OUTPUT"] ?? "")) {
      const at = line.indexOf("=");
      outputs.set(`${step.id ?? ""}.${line.slice(0, at)}`, line.slice(at + 1));
    }
    code = ran.code;
    if (code !== 0) break;
  }
  return { code, log, outputs, summary: text(join(temp, "summary")), npm: text(join(temp, "npm.log")) };
}

/** One GitLab job: its lines one behind the other in one shell. */
export function runJob(script: readonly string[], variables: Readonly<Record<string, string>>, cwd: string) {
  return bash(script.join("\n"), cwd, variables);
}

function bash(script: string, cwd: string, env: Readonly<Record<string, string | undefined>>) {
  const ran = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, INIT_CWD: undefined, ...env },
  });
  return { code: ran.status ?? 2, log: ran.stdout + ran.stderr };
}

const EXPRESSION = /\$\{\{\s*([\w.-]+)\s*\}\}/g;

/** What is not there is empty, as on the runner. */
function evaluated(
  value: string,
  context: Readonly<Record<string, string>>,
  outputs: ReadonlyMap<string, string>,
): string {
  return value.replaceAll(EXPRESSION, (_, name: string) => {
    const output = /^steps\.([\w-]+)\.outputs\.([\w-]+)$/.exec(name);
    return (output === null ? context[name] : outputs.get(`${output[1]}.${output[2]}`)) ?? "";
  });
}

/** Writes down what it is asked: the packages are installed here already. */
export function fakeNpm(temp: string): string {
  const bin = join(temp, "fake");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "npm"), '#!/bin/sh\necho "$@" >> "$NPM_LOG"\n');
  chmodSync(join(bin, "npm"), 0o755);
  return bin;
}

function lines(file: string): string[] {
  return text(file)
    .split("\n")
    .filter((line) => line !== "");
}

function text(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
