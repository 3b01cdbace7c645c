/** Lines of a text by offset. */

/** Where each line begins. Linear. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** The line of an offset, from zero; found by halving. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Answers the line, from 1, of an offset of one text. */
export function linesOf(text: string): (offset: number) => number {
  let starts: readonly number[] | undefined;
  return (offset) => lineOf((starts ??= lineStarts(text)), offset) + 1;
}
