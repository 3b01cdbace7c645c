/** What lies before the thread that reads interfaces: one unit's files by content, the texts it was given, the cache. */
import type { Json, ShapedElement } from "@freehold/interfaces";
import type { Cache } from "@freehold/repository";
import type { KindReading } from "./read-kind.ts";

/** One unit at one revision. */
export interface UnitSide {
  readonly folder: string;
  /** Its files with the ids of their contents, sorted by path. */
  readonly files: readonly (readonly [path: string, blob: string])[];
  /** The same of files elsewhere that were asked for; null: there is none. */
  readonly outside: ReadonlyMap<string, string | null>;
}

/** Paths, as far as something of them has to be known before there can be an answer. */
export interface Wanted {
  readonly texts: readonly string[];
  /** Of these no more than what they answer to a question, so that a few can be had at a time. */
  readonly asked: readonly string[];
  /** Of these the ids of contents do. */
  readonly outside: readonly string[];
}

export const NOTHING_WANTED: Wanted = { texts: [], asked: [], outside: [] };

export function isWanting({ texts, asked, outside }: Wanted): boolean {
  return texts.length > 0 || asked.length > 0 || outside.length > 0;
}

export interface Desk {
  readonly cache: Cache;
  /** By id of the content, both sides together; null is what can't be read. */
  readonly texts: Map<string, string | null>;
  /** Contents that some kind reads whole. */
  readonly whole: Set<string>;
  /** What texts answered, by question, content and dialect. */
  readonly answers: Map<string, Json>;
  /** Answers that the cache was asked for. */
  readonly asked: Set<string>;
  /** Readings of kinds that are done, by key. */
  readonly readings: Map<string, KindReading>;
  /** Of those that were read now, by their identity. */
  readonly elements: Map<string, readonly ShapedElement[]>;
}

/** A clear desk, for one unit or two versions of it. */
export function openDesk(cache: Cache): Desk {
  return {
    cache,
    texts: new Map(),
    whole: new Set(),
    answers: new Map(),
    asked: new Set(),
    readings: new Map(),
    elements: new Map(),
  };
}

/** Both sides are read: what was made of the answers is kept. */
export function forgetAnswers({ answers, asked }: Desk): void {
  answers.clear();
  asked.clear();
}

/** Characters of texts that may lie on a desk though they have answered all that they were asked. */
const MOST_ANSWERED = 16_000_000;

/** Takes away texts that nobody reads whole; one that is wanted again comes again. What can't be read is known to be so. */
export function clearAnswered({ texts, whole }: Desk): void {
  const spare = Array.from(texts).filter(
    (entry): entry is [string, string] => entry[1] !== null && !whole.has(entry[0]),
  );
  let held = spare.reduce((sum, [, text]) => sum + text.length, 0);
  for (const [blob, text] of spare) {
    if (held <= MOST_ANSWERED) return;
    texts.delete(blob);
    held -= text.length;
  }
}
