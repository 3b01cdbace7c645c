/**
 * Texts for the thread that reads interfaces, as they come to be wanted: each content once, whatever side or path
 * has it.
 */
import { extname } from "node:path";
import type { TreeFile } from "@freehold/repository";
import type { UnitSide, Wanted } from "./desk.ts";
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
/** Who follows imports file by file through so many rounds, or wants so many at once, will want all of their like. */
const PATIENCE = 2;
const MANY = 8;
const LONG = 12;

export function openSupply(): Supply {
  const fetched = new Set<string>();
  let fresh = new Map<string, string | null>();
  let total = 0;

  async function load(tree: UnitSource["tree"], wanted: readonly TreeFile[]): Promise<void> {
    const missing = [...new Map(wanted.map((file) => [file.blob, file])).values()].filter(
      ({ blob }) => !fetched.has(blob),
    );
    for (const { blob } of missing) {
      fetched.add(blob);
      fresh.set(blob, null);
    }
    const decoder = new TextDecoder();
    const affordable = missing.filter(({ size }) => (total += size ?? 0) <= MAX_TOTAL);
    for await (const { file, bytes } of tree.read(affordable, { maxBytes: MAX_BYTES })) {
      if (bytes !== undefined && !bytes.includes(0)) fresh.set(file.blob, decoder.decode(bytes));
    }
  }

  function side({ tree, files: { folder, files } }: UnitSource): SupplySide {
    const own = new Map(files.map((file) => [file.path, file]));
    const outside = new Map<string, string | null>();
    let rounds = 0;
    return {
      side: { folder, files: files.map(({ path, blob }) => [path, blob] as const), outside },
      async fetch(wanted) {
        if (wanted.texts.length === 0 && wanted.outside.length === 0) return;
        rounds++;
        for (const path of [...wanted.outside, ...wanted.texts])
          if (!own.has(path)) outside.set(path, tree.get(path)?.blob ?? null);
        const chosen = wanted.texts.flatMap((path) => own.get(path) ?? tree.get(path) ?? []);
        if ((rounds > PATIENCE && wanted.texts.length >= MANY) || rounds > LONG)
          chosen.push(...alike(own, wanted.texts));
        await load(tree, chosen);
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

function alike(own: ReadonlyMap<string, TreeFile>, paths: readonly string[]): TreeFile[] {
  const endings = new Set(paths.filter((path) => own.has(path)).map((path) => extname(path)));
  return [...own.values()].filter(({ path }) => endings.has(extname(path)));
}
