/** Typed arrays that grow, and a table of distinct strings: what columns are built in. */

export interface Interner {
  readonly values: string[];
  of(value: string): number;
}

export function createInterner(initial: readonly string[] = []): Interner {
  const values = [...initial];
  const index = new Map(values.map((value, position) => [value, position]));
  return {
    values,
    of(value) {
      const known = index.get(value);
      if (known !== undefined) return known;
      const own = detached(value);
      index.set(own, values.length);
      return values.push(own) - 1;
    },
  };
}

/** A copy of a string: a slice would keep the whole chunk of text alive that it was cut from. */
export function detached(value: string): string {
  return Buffer.from(value, "utf8").toString("utf8");
}

type Columns = Uint8Array | Uint32Array | Int32Array | Float64Array;

export interface Growing<T extends Columns> {
  push(value: number): void;
  get(index: number): number;
  set(index: number, value: number): void;
  readonly length: number;
  /** A copy of exactly what was pushed. */
  done(): T;
}

export function growing<T extends Columns>(make: (length: number) => T): Growing<T> {
  let array = make(1024);
  let length = 0;
  return {
    push(value) {
      if (length === array.length) {
        const larger = make(length * 2);
        larger.set(array);
        array = larger;
      }
      array[length++] = value;
    },
    get: (index) => array[index] ?? 0,
    set(index, value) {
      array[index] = value;
    },
    get length() {
      return length;
    },
    done() {
      const exact = make(length);
      exact.set(array.subarray(0, length));
      return exact;
    },
  };
}
