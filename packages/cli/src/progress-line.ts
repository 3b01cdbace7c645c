/** Progress on standard error: one live line for people, a line a stage for logs. */
import type { OnProgress, Progress } from "@freehold/engine/scan";
import type { Terminal } from "./terminal.ts";

const REDRAW_MS = 100;

export interface ProgressLine {
  readonly onProgress: OnProgress;
  /** Removes the live line, so that the report starts on a clean one. */
  readonly clear: () => void;
}

/** Shows counts and rates by stage. `now` is in milliseconds and given for tests. */
export function progressLine(terminal: Terminal, now: () => number = () => performance.now()): ProgressLine {
  let stage = "";
  let started = 0;
  let drawn = -Infinity;
  const onProgress: OnProgress = (progress) => {
    const time = now();
    const key = `${progress.repository}\0${progress.stage}`;
    if (key !== stage) {
      stage = key;
      started = time;
      drawn = -Infinity;
      if (!terminal.interactive) terminal.err(`${nameOf(progress)}: ${progress.stage}\n`);
    }
    if (!terminal.interactive || time - drawn < REDRAW_MS) return;
    drawn = time;
    terminal.redraw(describe(progress, (time - started) / 1000).slice(0, terminal.width - 1));
  };
  return { onProgress, clear: () => terminal.interactive && terminal.redraw("") };
}

/** On one line, whatever the folder is called: a name must not look like a message. */
function nameOf({ repository }: Progress): string {
  return repository.replaceAll(/\n+/g, " ");
}

function describe(progress: Progress, seconds: number): string {
  const { stage, done, total } = progress;
  const count = total === undefined ? format(done) : `${format(done)} of ${format(total)}`;
  const rate = seconds > 0.2 ? `, ${format(Math.round(done / seconds))}/s` : "";
  return `${nameOf(progress)}: ${stage} ${count}${rate}`;
}

function format(value: number): string {
  return value.toLocaleString("en-US");
}
