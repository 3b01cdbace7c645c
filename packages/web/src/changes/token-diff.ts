/** What differs between two signatures, by names and signs. */

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** Longer signatures are shown whole: the table below is quadratic. */
const MOST = 400;

/**
 * Both texts in pieces, marked where they are not in a longest common subsequence of tokens.
 * O(tokens of the one × tokens of the other), both at most 400.
 */
export function tokenDiff(
  before: string,
  after: string,
): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
  const [old, young] = [tokensOf(before), tokensOf(after)];
  if (old.length > MOST || young.length > MOST)
    return { before: [{ text: before, changed: false }], after: [{ text: after, changed: false }] };
  const lengths = commonLengths(old, young);
  const [kept, keptToo] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < old.length && j < young.length;) {
    if (old[i] === young[j]) {
      kept.add(i++);
      keptToo.add(j++);
    } else if (lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1)) i++;
    else j++;
  }
  return { before: pieces(old, kept), after: pieces(young, keptToo) };
}

function tokensOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+|\s+|[^\p{L}\p{N}_$\s]/gu) ?? [];
}

/** `[i][j]`: the longest common subsequence of what follows. */
function commonLengths(old: readonly string[], young: readonly string[]): readonly Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = young.length - 1; j >= 0; j--) {
      const same = old[i] === young[j];
      const length = same
        ? lengthAt(rows, i + 1, j + 1) + 1
        : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
      rows[i]?.fill(length, j, j + 1);
    }
  return rows;
}

function lengthAt(rows: readonly Uint16Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

/** Neighbours of one sort are one piece. */
function pieces(tokens: readonly string[], kept: ReadonlySet<number>): readonly Piece[] {
  const found: { text: string; changed: boolean }[] = [];
  for (const [place, text] of tokens.entries()) {
    const changed = !kept.has(place);
    const last = found.at(-1);
    if (last?.changed === changed) last.text += text;
    else found.push({ text, changed });
  }
  return found;
}
