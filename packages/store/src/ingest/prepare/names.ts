/** Identifiers of a snapshot as numbers, so that each crosses to the writer and is looked up once. */

/** Of a batch: names that were not met before, with the number of the first; 0: all earlier numbers are void. */
export interface NewNames {
  readonly from: number;
  readonly values: readonly string[];
}

/** Beyond this numbering starts anew, so that memory is bounded. */
const MOST = 200_000;

export class Names {
  readonly #numbers = new Map<string, number>();
  #fresh: string[] = [];
  #from = 0;

  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(name, number);
    this.#fresh.push(name);
    return number;
  }

  /** Between batches: what was new in this one. */
  taken(): NewNames {
    const names = { from: this.#from, values: this.#fresh };
    this.#fresh = [];
    if (this.#numbers.size > MOST) this.#numbers.clear();
    this.#from = this.#numbers.size;
    return names;
  }
}
