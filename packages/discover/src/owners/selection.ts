/** From folders and files to the paths of the tree. */

export interface PartSelector {
  /** Every file below these; `` is the whole repository. */
  readonly folders?: readonly string[];
  readonly files?: readonly string[];
  /** Folders inside that belong to other parts. */
  readonly except?: readonly string[];
}

/** Gives positions in `paths`, in their order, each once. */
export function createSelection(paths: readonly string[]): (part: PartSelector) => readonly number[] {
  const order = Uint32Array.from(paths.keys()).sort((a, b) => compare(paths[a] ?? "", paths[b] ?? ""));
  const sorted = Array.from(order, (position) => paths[position] ?? "");
  const range = (folder: string): [number, number] =>
    folder === "" ? [0, sorted.length] : [lowerBound(sorted, `${folder}/`), lowerBound(sorted, `${folder}0`)];
  return (part) => {
    const chosen = new Set<number>();
    for (const folder of part.folders ?? []) {
      const [start, end] = range(trimmed(folder));
      for (let at = start; at < end; at++) chosen.add(order[at] ?? 0);
    }
    for (const folder of part.except ?? []) {
      const [start, end] = range(trimmed(folder));
      for (let at = start; at < end; at++) chosen.delete(order[at] ?? 0);
    }
    for (const file of part.files ?? []) {
      const at = lowerBound(sorted, file);
      if (sorted[at] === file) chosen.add(order[at] ?? 0);
    }
    return [...chosen];
  };
}

function trimmed(folder: string): string {
  return folder.replace(/^\.?\/+|\/+$/g, "");
}

/** Order of code units; `0` follows `/` in it, so what is below `a` lies between `a/` and `a0`. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lowerBound(sorted: readonly string[], key: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
