/**
 * Texts for the thread that reads interfaces, as they come to be wanted: each content once, whatever side or path
 * has it.
 */
import { extname } from "node:path";
import type { TreeFile } from "@freehold/repository";
import { isWanting, type UnitSide, type Wanted } from "./desk.ts";
import type { UnitSource } from "./thread.ts";

export interface Supply {
  side(source: UnitSource): SupplySide;
  /** What was fetched since it was last asked, by id of the content; null is what can't be read. */
  take(): ReadonlyMap<string, string | null>;
}

export interface SupplySide {
  readonly side: UnitSide;
  fetch(wanted: Wanted): Promise<void>;
}

/** Longer files were not written by hand, or are data. */
const MAX_BYTES = 1024 * 1024;
/** Of one job; what lies beyond is not read. */
const MAX_TOTAL = 256 * 1024 * 1024;
/** Of texts that only have to answer something: what they answer is kept, and they are not. */
const AT_ONCE = 8 * 1024 * 1024;
/** Taken for the size of a source where it is not known. */
const USUAL = 8 * 1024;
/** Who follows imports file by file through so many rounds, or wants so many at once, will want all of their like. */
const PATIENCE = 2;
const MANY = 8;
const LONG = 12;

export function openSupply(): Supply {
  /** Whoever wants one of these again has forgotten it. */
  const fetched = new Set<string>();
  let fresh = new Map<string, string | null>();
  let total = 0;

  async function load(tree: UnitSource["tree"], wanted: readonly TreeFile[]): Promise<void> {
    const missing = [...new Map(wanted.map((file) => [file.blob, file])).values()].filter(
      ({ blob }) => !fresh.has(blob),
    );
    const affordable = missing.filter(({ blob, size }) => fetched.has(blob) || (total += size ?? 0) <= MAX_TOTAL);
    for (const { blob } of missing) {
      fetched.add(blob);
      fresh.set(blob, null);
    }
    const decoder = new TextDecoder();
    for await (const { file, bytes } of tree.read(affordable, { maxBytes: MAX_BYTES })) {
      if (bytes !== undefined && !bytes.includes(0)) fresh.set(file.blob, decoder.decode(bytes));
    }
  }

  function side({ tree, files: { folder, files } }: UnitSource): SupplySide {
    const own = new Map(files.map((file) => [file.path, file]));
    const outside = new Map<string, string | null>();
    let rounds = 0;
    let rest = 0;
    return {
      side: { folder, files: files.map(({ path, blob }) => [path, blob] as const), outside },
      async fetch(wanted) {
        if (!isWanting(wanted)) return;
        // What came in parts was wanted at once.
        if (rest === 0) rounds++;
        for (const path of [...wanted.outside, ...wanted.texts])
          if (!own.has(path)) outside.set(path, tree.get(path)?.blob ?? null);
        const texts = wanted.texts.flatMap((path) => own.get(path) ?? tree.get(path) ?? []);
        const asked = wanted.asked.flatMap((path) => own.get(path) ?? []);
        const many = wanted.texts.length + wanted.asked.length >= MANY;
        const more = (rounds > PATIENCE && many) || rounds > LONG ? alike(own, [...wanted.texts, ...wanted.asked]) : [];
        const now = firstOf([...asked, ...more.filter(({ blob }) => !fetched.has(blob))]);
        rest = Math.max(0, asked.length - now.length);
        await load(tree, [...texts, ...now]);
      },
    };
  }

  return {
    side,
    take() {
      const taken = fresh;
      fresh = new Map();
      return taken;
    },
  };
}

/** As many as may be held at once, one at least. */
function firstOf(files: readonly TreeFile[]): readonly TreeFile[] {
  let bytes = 0;
  const end = files.findIndex(({ size }, index) => (bytes += size ?? USUAL) > AT_ONCE && index > 0);
  return end === -1 ? files : files.slice(0, end);
}

function alike(own: ReadonlyMap<string, TreeFile>, paths: readonly string[]): TreeFile[] {
  const endings = new Set(paths.filter((path) => own.has(path)).map((path) => extname(path)));
  return [...own.values()].filter(({ path }) => endings.has(extname(path)));
}
