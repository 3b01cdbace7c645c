/** Offsets to line numbers. */

/** A function for offsets that don't decrease: it counts on from where it was. */
export function lineCounter(text: string, firstLine = 1): (offset: number) => number {
  let line = firstLine;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next !== -1 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}
