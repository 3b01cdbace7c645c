/** Which file imports which, for whoever asks how a folder hangs together. */

/** Edge `i` goes from `paths[from[i]]` to `paths[to[i]]`; sorted, each pair once. */
export interface FileEdges {
  readonly paths: readonly string[];
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Puts edges together when somebody looks at them: few repositories have anything that is told by them. */
export function lazyEdges(fill: (list: FileEdgeList) => void): FileEdges {
  let made: FileEdges | undefined;
  const edges = (): FileEdges => {
    if (made !== undefined) return made;
    const list = new FileEdgeList();
    fill(list);
    return (made = list.finish());
  };
  return {
    get paths() {
      return edges().paths;
    },
    get from() {
      return edges().from;
    },
    get to() {
      return edges().to;
    },
  };
}

class FileEdgeList {
  readonly #indexes = new Map<string, number>();
  readonly #edges = new Set<number>();

  /** `edges` are places in `paths`: from, to, from, to, … */
  add(paths: readonly string[], edges: readonly number[]): void {
    const indexes = paths.map((path) => this.#index(path));
    for (let at = 0; at < edges.length; at += 2)
      this.#edges.add((indexes[edges[at] ?? 0] ?? 0) * 2 ** 26 + (indexes[edges[at + 1] ?? 0] ?? 0));
  }

  /** Independent of the order of `add`. */
  finish(): FileEdges {
    const found = [...this.#indexes.keys()];
    const paths = found.toSorted();
    const rank = new Map(paths.map((path, index) => [path, index]));
    const renumber = (index: number): number => rank.get(found[index] ?? "") ?? 0;
    const sorted = Float64Array.from(this.#edges, (edge) => {
      return renumber(Math.floor(edge / 2 ** 26)) * 2 ** 26 + renumber(edge % 2 ** 26);
    }).sort();
    return {
      paths,
      from: Uint32Array.from(sorted, (edge) => Math.floor(edge / 2 ** 26)),
      to: Uint32Array.from(sorted, (edge) => edge % 2 ** 26),
    };
  }

  #index(path: string): number {
    const known = this.#indexes.get(path);
    if (known !== undefined) return known;
    this.#indexes.set(path, this.#indexes.size);
    return this.#indexes.size - 1;
  }
}
