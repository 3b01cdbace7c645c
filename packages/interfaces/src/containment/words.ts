/**
 * Words of a regular language, short ones first.
 *
 * There may be more ways through an automaton than time for them long before the first word is complete
 * (`[0-9a-f]{64}` somewhere in a text has 2^64), so that a way is always followed where it ends soonest.
 */
import type { CharRange, DFA } from "refa";

/** One set of characters for each place of a word. */
export type RangeWord = readonly CharRange[];

interface Way {
  readonly node: DFA.ReadonlyNode;
  readonly length: number;
  readonly range?: CharRange;
  readonly before?: Way;
}

/**
 * Every word of the language in exactly one range word; shorter ones first. The next one takes at most as
 * many steps as it is long, times the edges of a state.
 */
export function* rangeWords(language: DFA): Iterable<RangeWord> {
  const left = distances(language);
  // By the length of the shortest word that a way leads to, which only grows along it.
  const waiting: Way[][] = [];
  const push = (way: Way) => {
    const rest = left.get(way.node);
    if (rest !== undefined) (waiting[way.length + rest] ??= []).push(way);
  };
  push({ node: language.initial, length: 0 });
  for (let length = 0; length < waiting.length; length++) {
    for (let way = waiting[length]?.pop(); way !== undefined; way = waiting[length]?.pop()) {
      if (left.get(way.node) === 0 && way.length === length) yield rangesOf(way);
      for (const [range, node] of way.node.out) push({ node, length: way.length + 1, range, before: way });
    }
  }
}

/** How many characters are missing to the end, of every state from which there is one. */
function distances(language: DFA): ReadonlyMap<DFA.ReadonlyNode, number> {
  const into = new Map<DFA.ReadonlyNode, DFA.ReadonlyNode[]>();
  for (const node of language.nodes()) {
    for (const [, next] of node.out) into.set(next, [...(into.get(next) ?? []), node]);
  }
  const found = new Map<DFA.ReadonlyNode, number>([...language.finals].map((node) => [node, 0]));
  for (const [node, distance] of found) {
    for (const earlier of into.get(node) ?? []) if (!found.has(earlier)) found.set(earlier, distance + 1);
  }
  return found;
}

function rangesOf(way: Way): RangeWord {
  const ranges: CharRange[] = [];
  for (let at: Way | undefined = way; at !== undefined; at = at.before)
    if (at.range !== undefined) ranges.push(at.range);
  return ranges.reverse();
}
