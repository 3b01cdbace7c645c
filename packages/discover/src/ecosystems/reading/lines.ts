/** Offsets to lines and columns, both counted from one. */
export interface LineTable {
  at(offset: number): { readonly line: number; readonly column: number };
}

/** Looks lines up by halving; building it reads the text once. */
export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return {
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(0, offset - (starts[low] ?? 0)) + 1 };
    },
  };
}
