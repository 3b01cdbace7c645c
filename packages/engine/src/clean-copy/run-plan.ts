/** Runs what a package manager plans, step by step, and says of each how it went. */
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { CleanCopyStep } from "@freehold/model";
import type { Place, Plan, PlannedStep } from "./managers/manager.ts";
import type { Network } from "./network.ts";
import { type Ran, runBounded, type RunSettings } from "./run-bounded.ts";
import type { CopyScope } from "./scope.ts";
import { unreachable } from "./unreachable.ts";
import type { WrittenCopy } from "./write-copy.ts";

export interface PlanSettings {
  /** Root of the copy. */
  readonly copy: string;
  readonly work: string;
  readonly written: WrittenCopy;
  readonly network: Network;
  readonly settings: RunSettings;
  readonly onStep?: ((command: string) => void) | undefined;
}

interface Running extends PlanSettings {
  readonly manager: string;
}

type StepName = CleanCopyStep["step"];
type Told = Omit<CleanCopyStep, "step" | "folder" | "manager">;

const STEPS: readonly StepName[] = ["installs", "builds", "tests"];
const MAX_MANIFEST = 1024 * 1024;

/** One line each for installing, building and testing. What follows a failure is not run, and unknown. */
export async function runPlan(scope: CopyScope, settings: PlanSettings): Promise<CleanCopyStep[]> {
  const { folder, manager } = scope;
  const plan = manager.plan(placeOf(scope, settings));
  const found: CleanCopyStep[] = [];
  const missing = missingProgram(plan, settings.settings.environment);
  let stopped = missing;
  for (const step of STEPS) {
    let told: Told =
      stopped === undefined
        ? await runStep(step, plan, { ...settings, manager: manager.id })
        : { result: "unknown" as const, detail: stopped };
    const other = step === "installs" && told.result === "failed" ? await unfit(plan, settings) : undefined;
    if (other !== undefined) told = { ...told, result: "unknown", detail: `${other}: ${told.detail}` };
    found.push({ step, folder, manager: manager.id, ...told });
    // Tests may run what no script builds; without an installation nothing runs.
    const lacks = step === "installs" && told.result === "unknown";
    if ((told.result === "failed" || lacks) && stopped === undefined) stopped = `Not run: it ${FAILED[step]}.`;
  }
  return found;
}

const FAILED: Readonly<Record<StepName, string>> = {
  installs: "could not be installed",
  builds: "could not be built",
  tests: "failed its tests",
};

/** What a package manager that is another one, or can't run here, refuses says nothing of the product. */
async function unfit({ program, version }: Plan, { work, settings }: PlanSettings): Promise<string | undefined> {
  if (version === undefined) return undefined;
  const { code, tail } = await runBounded(version.command, { ...settings, cwd: work });
  if (code !== 0) return `\`${program}\` does not run on this machine`;
  const here = /^\d+[\w.-]*/m.exec(tail)?.[0];
  const { wanted } = version;
  if (here === undefined || wanted === undefined || here.split(".")[0] === wanted.split(".")[0]) return undefined;
  return `The repository asks for ${program} ${wanted}, and ${here} is on this machine`;
}

async function runStep(step: StepName, plan: Plan, settings: Running): Promise<Told> {
  const planned = plan.steps.filter((one) => one.step === step);
  const without = plan.without[step];
  if (without !== undefined) return without;
  let last: Told | undefined;
  let seconds = 0;
  for (const one of planned) {
    const told = await runCommand(one, settings);
    seconds += told.seconds ?? 0;
    last = { ...told, seconds: Math.round(seconds * 10) / 10 };
    if (told.result !== "passed") return last;
  }
  return last ?? { result: "not-applicable", detail: "Nothing has to be done for it." };
}

async function runCommand({ step, command, folder, prepares }: PlannedStep, plan: Running): Promise<Told> {
  const { copy, network, settings } = plan;
  const alone = step !== "installs";
  const shown = command.map((word) => (word.startsWith(plan.work) ? word.slice(plan.work.length + 1) : word)).join(" ");
  plan.onStep?.(folder === "" ? shown : `${shown}  (in ${folder})`);
  const ran = await runBounded(alone && network.off ? network.without(command) : command, {
    ...settings,
    cwd: folder === "" ? copy : join(copy, folder),
  });
  const seen = {
    command: shown,
    seconds: ran.seconds,
    network: alone && network.off ? ("off" as const) : ("on" as const),
    ...(ran.tail === "" ? {} : { tail: inCopy(ran.tail, plan) }),
  };
  const detail = detailOf(shown, ran, settings, alone && network.off);
  if (ran.ended === "not-started" || ran.ended === "told") return { ...seen, result: "unknown", detail };
  if (ran.code === 0 && alone && !network.off)
    return { ...seen, result: "unknown", detail: `\`${shown}\` ended well, but ${network.said}.` };
  if (ran.code !== 0 && prepares === true)
    return {
      ...seen,
      result: "unknown",
      detail: `What it needs of this repository could not be prepared in ${folder}: ${detail}`,
    };
  const cut = step === "installs" && ran.code !== 0 ? unreachable(plan.manager, ran.tail) : undefined;
  if (cut !== undefined)
    return {
      ...seen,
      result: "unknown",
      detail: `What it needs could not be fetched: ${inCopy(cut, plan).slice(0, 200)}`,
    };
  return { ...seen, result: ran.code === 0 ? "passed" : "failed", detail };
}

function detailOf(shown: string, { ended, code, seconds, tail }: Ran, { bounds }: RunSettings, off: boolean): string {
  const without = off ? " without network" : "";
  if (ended === "time") return `\`${shown}\` had not ended after ${minutes(bounds.milliseconds)} and was ended.`;
  if (ended === "output") return `\`${shown}\` wrote more than ${bounds.output / 1024 ** 2} MiB and was ended.`;
  if (ended === "not-started") return `\`${shown}\` could not be started: ${tail}.`;
  if (ended === "told") return `\`${shown}\` was told to end.`;
  return `\`${shown}\` ended with ${code === undefined ? "a signal" : `code ${code}`} after ${seconds} s${without}.`;
}

function minutes(milliseconds: number): string {
  return milliseconds < 60_000
    ? `${Math.round(milliseconds / 1000)} seconds`
    : `${Math.round(milliseconds / 60_000)} minutes`;
}

/** Paths as in the repository: where the copy lay says nothing. */
function inCopy(tail: string, { copy, work }: PlanSettings): string {
  return tail.replaceAll(`${copy}/`, "").replaceAll(copy, ".").replaceAll(work, "<work>");
}

function placeOf({ folder, neighbours }: CopyScope, { copy, work, written: { paths } }: PlanSettings): Place {
  return {
    folder,
    neighbours,
    work,
    has: (path) => paths.has(path),
    read(path) {
      if (!paths.has(path)) return undefined;
      const place = join(copy, path);
      try {
        const { size } = lstatSync(place);
        return size > MAX_MANIFEST ? undefined : readFileSync(place, "utf8");
      } catch {
        return undefined;
      }
    },
  };
}

/** Why nothing can run, where the program is not on this machine. */
function missingProgram({ program, install }: Plan, environment: Readonly<Record<string, string>>): string | undefined {
  const folders = (environment["PATH"] ?? "").split(delimiter);
  const names = process.platform === "win32" ? [`${program}.exe`, `${program}.cmd`] : [program];
  if (folders.some((folder) => names.some((name) => existsSync(join(folder, name))))) return undefined;
  return `\`${program}\` is not on this machine. ${install}`;
}
