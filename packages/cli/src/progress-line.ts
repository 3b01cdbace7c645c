/** Progress on standard error: one live line for people, a line a stage for logs. */
import type { OnProgress, Progress } from "@freehold/engine";
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
      if (!terminal.interactive) terminal.err(`${progress.repository}: ${progress.stage}\n`);
    }
    if (!terminal.interactive || time - drawn < REDRAW_MS) return;
    drawn = time;
    terminal.err(`\r\u001B[2K${describe(progress, (time - started) / 1000).slice(0, terminal.width - 1)}`);
  };
  return { onProgress, clear: () => terminal.interactive && terminal.err("\r\u001B[2K") };
}

function describe({ repository, stage, done, total }: Progress, seconds: number): string {
  const count = total === undefined ? format(done) : `${format(done)} of ${format(total)}`;
  const rate = seconds > 0.2 ? `, ${format(Math.round(done / seconds))}/s` : "";
  return `${repository}: ${stage} ${count}${rate}`;
}

function format(value: number): string {
  return value.toLocaleString("en-US");
}
