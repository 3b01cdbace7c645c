/** One parser process, as the pool sees it: a job at a time, then its results, or the reason why there are none. */
import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { FactsOrFailure, Job } from "./job.ts";

export interface ParserEvents {
  readonly finished: (results: readonly FactsOrFailure[]) => void;
  /** It ended by itself, or took too long and was ended. Told once; it takes no more jobs. */
  readonly gone: (reason: string) => void;
}

export interface Parser {
  run(job: Job, timeoutMs: number): void;
  /** Ends it without a word. */
  end(): void;
}

const PROGRAM = fileURLToPath(new URL("./parser-process.ts", import.meta.url));

/** Throws where the system can't start a process. */
export function startParser({ finished, gone }: ParserEvents): Parser {
  const child = fork(PROGRAM, [], {
    execArgv: [],
    env: environment(),
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(timer);
    child.removeAllListeners();
    child.on("error", () => {});
    child.kill("SIGKILL");
    if (child.connected) child.disconnect();
  };
  const fail = (reason: string) => {
    end();
    gone(reason);
  };
  child.on("message", (results: readonly FactsOrFailure[]) => {
    clearTimeout(timer);
    finished(results);
  });
  child.on("exit", (code, signal) => fail(`it ended the parser (${signal ?? `exit code ${code}`})`));
  child.on("error", (error) => fail(error.message));
  return {
    end,
    run(job, timeoutMs) {
      timer = setTimeout(() => fail(`took more than ${timeoutMs / 1000} s`), timeoutMs);
      send(child, job);
    },
  };
}

/** A process that is gone by now says so itself. */
function send(child: ChildProcess, job: Job): void {
  child.send(job, () => {});
}

/** Half of the start is compiling the parser's JavaScript: where the program keeps compiled code, this does too. */
function environment(): NodeJS.ProcessEnv {
  const own = getCompileCacheDir();
  return own === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(own) };
}
