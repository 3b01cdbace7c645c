/** What is half done in one product: how its notes grew in three months, and which of its tests never run. */
import type { HalfDoneFacts } from "@freehold/model";
import type { HalfDoneReading } from "./read.ts";
import { type HalfDoneText, type Place } from "./text.ts";

const SHOWN = 5;

/** Texts of one product, by path. */
export interface HalfDoneTexts {
  readonly now: readonly (readonly [path: string, said: HalfDoneText])[];
  readonly before: readonly (readonly [path: string, said: HalfDoneText])[];
}

interface Found {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** Test runners of Rust run ignored tests when they are asked to. */
const RUNS_IGNORED = /\s--(?:include-)?ignored\b|\s--run-ignored\b/;

/**
 * A note that moved is neither new nor gone: notes are told apart by what they say. `commands` are those of the
 * pipelines, which may run what is switched off otherwise.
 */
export function halfDoneByProduct(
  { now, before }: HalfDoneTexts,
  { past, cut }: Pick<HalfDoneReading, "past" | "cut">,
  commands: readonly string[],
): HalfDoneFacts {
  const runsIgnored = commands.some((command) => RUNS_IGNORED.test(command));
  const changed = past?.changed ?? new Set<string>();
  const off = listed(
    now.filter(([path]) => !(runsIgnored && path.endsWith(".rs"))),
    ({ off: found }) => found,
  );
  const known = said(before, ({ off: found }) => found);
  const old = past === undefined ? undefined : off.filter((one) => !changed.has(one.path) || take(known, one.text));
  return {
    testsOff: {
      count: off.length,
      ...(old === undefined ? {} : { left: old.length }),
      places: (old === undefined || old.length === 0 ? off : old).slice(0, SHOWN),
    },
    ...(past === undefined || cut ? {} : { notes: notesSince({ now, before }, past) }),
  };
}

function notesSince(
  { now, before }: HalfDoneTexts,
  past: NonNullable<HalfDoneReading["past"]>,
): HalfDoneFacts["notes"] {
  const left = said(before, ({ notes }) => notes);
  const all = listed(
    now.filter(([path]) => past.changed.has(path)),
    ({ notes }) => notes,
  );
  const added = all.filter(({ text }) => !take(left, text));
  return {
    since: new Date(past.time * 1000).toISOString(),
    commit: past.commit,
    added: added.length,
    removed: [...left.values()].reduce((sum, count) => sum + count, 0),
    places: added.slice(0, SHOWN),
  };
}

function listed(texts: HalfDoneTexts["now"], placesOf: (said: HalfDoneText) => readonly Place[]): Found[] {
  return texts.flatMap(([path, one]) => placesOf(one).map(([line, text]) => ({ path, line, text })));
}

/** How often each is said. */
function said(texts: HalfDoneTexts["before"], placesOf: (said: HalfDoneText) => readonly Place[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of listed(texts, placesOf)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function take(counts: Map<string, number>, text: string): boolean {
  const count = counts.get(text) ?? 0;
  if (count === 0) return false;
  if (count === 1) counts.delete(text);
  else counts.set(text, count - 1);
  return true;
}
