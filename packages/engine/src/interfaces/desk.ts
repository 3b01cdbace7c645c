/** What lies before the thread that reads interfaces: one unit's files by content, the texts it was given, the cache. */
import type { Json } from "@freehold/interfaces";
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
  /** Of these the ids of contents do. */
  readonly outside: readonly string[];
}

export interface Desk {
  readonly cache: Cache;
  /** By id of the content, both sides together; null is what can't be read. */
  readonly texts: Map<string, string | null>;
  /** What texts answered, by question, content and dialect. */
  readonly answers: Map<string, Json>;
  /** Answers that the cache was asked for. */
  readonly asked: Set<string>;
  /** Readings of kinds that are done, by key. */
  readonly readings: Map<string, KindReading>;
}

/** A clear desk, for one unit or two versions of it. */
export function openDesk(cache: Cache): Desk {
  return { cache, texts: new Map(), answers: new Map(), asked: new Set(), readings: new Map() };
}
