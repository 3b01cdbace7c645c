/**
 * The facts of every chosen content: from the cache, else extracted by parser processes or, for little, right here.
 *
 * In two steps, so that these start while the caller reads what resolving needs.
 */
import { availableParallelism } from "node:os";
import { ignoreComments, type Problem } from "@freehold/model";
import type { Cache, FileTree, TreeFile } from "@freehold/repository";
import type { SourceFacts } from "../languages/language.ts";
import { Batcher } from "./batch.ts";
import type { Batch } from "./batch.ts";
import type { SourceGroup } from "./choose.ts";
import { MAX_SOURCE_BYTES } from "./choose.ts";
import { runJob } from "./job.ts";
import type { FactsOrFailure } from "./job.ts";
import { openPool } from "./pool.ts";
import type { Pool } from "./pool.ts";

export interface ExtractOptions {
  readonly workers?: number | undefined;
  readonly timeoutMs?: number | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface Extraction {
  readonly problems: readonly Problem[];
  readonly cached: number;
  readonly parsed: number;
  readonly bytes: number;
  readonly missing: number;
}

/** Told of every content, with the files that have it. */
interface Sink {
  facts(group: SourceGroup, files: readonly TreeFile[], facts: SourceFacts): void;
  minified(group: SourceGroup, files: readonly TreeFile[]): void;
  /** Missing, or its parser failed. */
  unread(group: SourceGroup, files: readonly TreeFile[]): void;
}

const DEFAULT_TIMEOUT_MS = 20_000;

/** Below this a language without native code is read here: starting workers takes longer. */
const INLINE_BYTES = 3 << 20;

/** What makes another worker worth its start. */
const WORKER_BYTES = 1 << 20;
const CACHE_CHUNK = 1000;

/** Kept in place of facts, so that such a file is not read again to see that it is. */
const MINIFIED = "minified";

/** An extraction that has begun; `close` it in any case. */
export interface Extracting {
  finish(sink: Sink): Promise<Extraction>;
  close(): void;
}

/** Asks the cache, and starts workers for what it doesn't know. */
export async function beginExtraction(
  tree: FileTree,
  groups: readonly SourceGroup[],
  cache: Cache,
  options: ExtractOptions,
): Promise<Extracting> {
  const lookups = await Promise.all(groups.map((group) => lookUp(group, cache)));
  const pool = poolFor(lookups, options);
  pool?.start();
  return {
    async finish(sink) {
      const run = new Run(tree, cache, options, pool, sink);
      run.total = lookups.reduce((sum, { missing }) => sum + missing.length, 0);
      for (const lookup of lookups) run.deliver(lookup);
      for (const { group, missing } of lookups) await run.extract(group, missing);
      return await run.finish();
    },
    close: () => pool?.close(),
  };
}

interface Lookup {
  readonly group: SourceGroup;
  readonly known: ReadonlyMap<string, SourceFacts>;
  /** One file of each content that is known to be minified. */
  readonly minified: readonly TreeFile[];
  /** One file of each content that the cache doesn't know. */
  readonly missing: readonly TreeFile[];
}

async function lookUp(group: SourceGroup, cache: Cache): Promise<Lookup> {
  const cached = await cache.getMany(group.extractor, [...group.files.keys()]);
  const known = new Map<string, SourceFacts>();
  const missing: TreeFile[] = [];
  const minified: TreeFile[] = [];
  for (const [blob, files] of group.files) {
    const facts = cached.get(blob);
    const [file] = files;
    if (isFacts(facts)) known.set(blob, facts);
    else if (file !== undefined) (facts === MINIFIED ? minified : missing).push(file);
  }
  return { group, known, minified, missing };
}

/** No pool where nothing is missing, or only a little that needs no native code. */
function poolFor(lookups: readonly Lookup[], options: ExtractOptions): Pool | undefined {
  const native = lookups.some(({ group, missing }) => group.language.native && missing.length > 0);
  const size = lookups.reduce((sum, { missing }) => sum + sizeOf(missing), 0);
  if (size < INLINE_BYTES && !native) return undefined;
  const most = options.workers ?? Math.min(availableParallelism(), 4);
  const wanted = Math.min(most, Math.ceil(size / WORKER_BYTES));
  return openPool({ workers: Math.max(1, wanted), timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS });
}

function sizeOf(files: readonly TreeFile[]): number {
  return files.reduce((sum, file) => sum + (file.size ?? 0), 0);
}

class Run {
  readonly #tree: FileTree;
  readonly #cache: Cache;
  readonly #options: ExtractOptions;
  readonly #sink: Sink;
  readonly #pool: Pool | undefined;
  readonly #problems: Problem[] = [];
  readonly #fresh = new Map<string, Map<string, unknown>>();
  readonly #writes: Promise<void>[] = [];
  readonly #counts = { cached: 0, parsed: 0, bytes: 0, missing: 0 };
  total = 0;

  constructor(tree: FileTree, cache: Cache, options: ExtractOptions, pool: Pool | undefined, sink: Sink) {
    this.#tree = tree;
    this.#cache = cache;
    this.#options = options;
    this.#pool = pool;
    this.#sink = sink;
  }

  deliver({ group, known, minified }: Lookup): void {
    for (const [blob, facts] of known) this.#sink.facts(group, group.files.get(blob) ?? [], facts);
    for (const file of minified) this.#sink.minified(group, sameAs(group, file));
    this.#counts.cached += known.size;
  }

  async extract(group: SourceGroup, files: readonly TreeFile[]): Promise<void> {
    const batcher = new Batcher(group.language.id);
    for await (const { file, bytes } of this.#tree.read(files, { maxBytes: MAX_SOURCE_BYTES })) {
      if (bytes === undefined) this.#lack(group, file);
      else if (isMinified(bytes)) this.#skip(group, file);
      else await this.#run(group, batcher.add(file, bytes));
    }
    await this.#run(group, batcher.take());
  }

  async #run(group: SourceGroup, batch: Batch | undefined): Promise<void> {
    if (batch === undefined) return;
    const done = (results: readonly FactsOrFailure[]): void => this.#accept(group, batch, results);
    if (this.#pool === undefined) done(runJob(batch.job, group.language.extract, ignoreComments));
    else await this.#pool.submit(batch.job, done);
  }

  #accept(group: SourceGroup, batch: Batch, results: readonly FactsOrFailure[]): void {
    for (const [index, file] of batch.files.entries()) {
      const result = results[index];
      if (result === undefined) continue;
      if ("failure" in result) {
        this.#problems.push(failureProblem(group, file, result.failure));
        this.#sink.unread(group, sameAs(group, file));
      } else this.#remember(group, file, result);
    }
    this.#counts.parsed += batch.files.length;
    this.#counts.bytes += batch.job.ends.at(-1) ?? 0;
    this.#options.onProgress?.(this.#counts.parsed, this.total);
  }

  #lack(group: SourceGroup, file: TreeFile): void {
    this.#counts.missing++;
    this.#sink.unread(group, sameAs(group, file));
  }

  #skip(group: SourceGroup, file: TreeFile): void {
    this.#sink.minified(group, sameAs(group, file));
    this.#keep(group, file, MINIFIED);
  }

  #remember(group: SourceGroup, file: TreeFile, facts: SourceFacts): void {
    this.#sink.facts(group, sameAs(group, file), facts);
    this.#keep(group, file, facts);
  }

  #keep(group: SourceGroup, file: TreeFile, value: unknown): void {
    const entries = this.#fresh.get(group.extractor) ?? new Map<string, unknown>();
    this.#fresh.set(group.extractor, entries);
    entries.set(file.blob, value);
    if (entries.size < CACHE_CHUNK) return;
    this.#fresh.delete(group.extractor);
    this.#writes.push(this.#cache.putMany(group.extractor, entries));
  }

  async finish(): Promise<Extraction> {
    await this.#pool?.drain();
    for (const [extractor, entries] of this.#fresh) this.#writes.push(this.#cache.putMany(extractor, entries));
    await Promise.all(this.#writes);
    return { ...this.#counts, problems: this.#problems };
  }
}

function sameAs(group: SourceGroup, file: TreeFile): readonly TreeFile[] {
  return group.files.get(file.blob) ?? [file];
}

function failureProblem({ language }: SourceGroup, { path }: TreeFile, reason: string): Problem {
  return {
    code: `${language.id}/unreadable`,
    severity: "warning",
    message: `Its imports could not be read: ${reason}`,
    hint: "What it imports is missing from the graph; the other files are not affected.",
    path,
  };
}

function isFacts(value: unknown): value is SourceFacts {
  return typeof value === "object" && value !== null && "imports" in value && Array.isArray(value.imports);
}

/** Generated or minified text has lines that nobody would read; what it bundles is no import of its unit. */
function isMinified(bytes: Uint8Array): boolean {
  if (bytes.length < 32 << 10) return false;
  let lines = 1;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
  return bytes.length / lines > 400;
}
