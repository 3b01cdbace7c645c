/** Packs files into jobs of a size that keeps a worker busy for some tens of milliseconds. */
import type { TreeFile } from "@freehold/repository";
import type { Job } from "./job.ts";

const MAX_BYTES = 512 << 10;
const MAX_FILES = 128;

export interface Batch {
  readonly files: readonly TreeFile[];
  readonly job: Job;
}

export class Batcher {
  readonly #language: string;
  #files: TreeFile[] = [];
  #contents: Uint8Array[] = [];
  #size = 0;

  constructor(language: string) {
    this.#language = language;
  }

  /** The batch that the file filled, if it did. */
  add(file: TreeFile, bytes: Uint8Array): Batch | undefined {
    this.#files.push(file);
    this.#contents.push(bytes);
    this.#size += bytes.length;
    return this.#size >= MAX_BYTES || this.#files.length >= MAX_FILES ? this.take() : undefined;
  }

  /** What is left; undefined when nothing is. */
  take(): Batch | undefined {
    if (this.#files.length === 0) return undefined;
    const bytes = new Uint8Array(this.#size);
    const ends: number[] = [];
    let end = 0;
    for (const content of this.#contents) {
      bytes.set(content, end);
      ends.push((end += content.length));
    }
    const files = this.#files;
    const paths = files.map(({ path }) => path);
    this.#files = [];
    this.#contents = [];
    this.#size = 0;
    return { files, job: { language: this.#language, paths, ends, bytes } };
  }
}
