/** The documents of a batch as they will be stored, and where in it each item finds its own. */
import { packText, packTogether } from "../../packed.ts";

export interface DocRef {
  /** Which of the batch's blobs. */
  blob: number;
  /** Its place in the pack that the blob is; absent: the blob is the document alone. */
  place?: number;
}

/** Documents of a pack; reading one reads them all. */
const MOST_TOGETHER = 8;
const MOST_BYTES = 64 * 1024;
/** A larger document gains nothing by company. */
const ALONE_BYTES = 16 * 1024;
/** Fewer are better off each against the dictionary. */
const FEWEST_TOGETHER = 4;

export class BatchDocuments {
  readonly #blobs: Uint8Array[] = [];
  #waiting: { readonly ref: DocRef; readonly json: Uint8Array }[] = [];
  #bytes = 0;

  /** A document that is read alone. */
  alone(json: string | Uint8Array): DocRef {
    return { blob: this.#blobs.push(packText(json)) - 1 };
  }

  /** A document of many that are alike; the result is filled in by `blobs`. */
  together(json: Uint8Array): DocRef {
    if (json.length > ALONE_BYTES) return this.alone(json);
    const ref = { blob: -1 };
    this.#waiting.push({ ref, json });
    this.#bytes += json.length;
    if (this.#waiting.length >= MOST_TOGETHER || this.#bytes >= MOST_BYTES) this.#flush();
    return ref;
  }

  blobs(): readonly Uint8Array[] {
    this.#flush();
    return this.#blobs;
  }

  #flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#bytes = 0;
    if (waiting.length < FEWEST_TOGETHER) {
      for (const { ref, json } of waiting) ref.blob = this.#blobs.push(packText(json)) - 1;
      return;
    }
    const blob = this.#blobs.push(packTogether(waiting.map(({ json }) => json))) - 1;
    for (const [place, { ref }] of waiting.entries()) Object.assign(ref, { blob, place });
  }
}
