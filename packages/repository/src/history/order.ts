/**
 * The one order of commits: parents before children, and otherwise by commit date, then by id.
 *
 * It depends on the commits alone and not on the order in which git gave them, so that a history read in
 * pieces is the same as one read at once. Dates alone would not do: clocks go wrong.
 */
import type { HistoryTable } from "./table.ts";

/** Positions of the commits in their order, oldest first. */
export function commitOrder(
  table: Pick<HistoryTable, "history" | "committed" | "parentStart" | "parent">,
): Uint32Array {
  const count = table.committed.length;
  const { waiting, childStart, child } = children(table);
  const before = (left: number, right: number): boolean => precedes(table, left, right);
  const heap = createHeap(before);
  for (let commit = 0; commit < count; commit++) if (waiting[commit] === 0) heap.push(commit);
  const order = new Uint32Array(count);
  let placed = 0;
  for (let commit = heap.pop(); commit !== undefined; commit = heap.pop()) {
    order[placed++] = commit;
    for (let at = childStart[commit] ?? 0; at < (childStart[commit + 1] ?? 0); at++) {
      const next = child[at] ?? 0;
      waiting[next] = (waiting[next] ?? 0) - 1;
      if (waiting[next] === 0) heap.push(next);
    }
  }
  return order;
}

type Edges = Pick<HistoryTable, "committed" | "parentStart" | "parent">;

/** The parent edges turned round, and how many parents each commit waits for. */
function children({ committed, parentStart, parent }: Edges): {
  waiting: Uint32Array;
  childStart: Uint32Array;
  child: Uint32Array;
} {
  const count = committed.length;
  const childStart = new Uint32Array(count + 2);
  const waiting = new Uint32Array(count);
  const child = new Uint32Array(parent.length);
  for (const each of parent) if (each >= 0) childStart[each + 2] = (childStart[each + 2] ?? 0) + 1;
  for (let commit = 2; commit < count + 2; commit++) {
    childStart[commit] = (childStart[commit] ?? 0) + (childStart[commit - 1] ?? 0);
  }
  for (let commit = 0; commit < count; commit++) {
    for (let at = parentStart[commit] ?? 0; at < (parentStart[commit + 1] ?? 0); at++) {
      const each = parent[at] ?? -1;
      if (each < 0) continue;
      waiting[commit] = (waiting[commit] ?? 0) + 1;
      const slot = childStart[each + 1] ?? 0;
      child[slot] = commit;
      childStart[each + 1] = slot + 1;
    }
  }
  return { waiting, childStart, child };
}

function precedes(
  { history, committed }: Pick<HistoryTable, "history" | "committed">,
  left: number,
  right: number,
): boolean {
  const difference = (committed[left] ?? 0) - (committed[right] ?? 0);
  if (difference !== 0) return difference < 0;
  return (history.commits.id[left] ?? "") < (history.commits.id[right] ?? "");
}

function createHeap(before: (left: number, right: number) => boolean): {
  push(value: number): void;
  pop(): number | undefined;
} {
  const items: number[] = [];
  const at = (index: number): number => items[index] ?? 0;
  function sink(value: number): void {
    let hole = 0;
    for (;;) {
      let next = hole * 2 + 1;
      if (next >= items.length) break;
      if (next + 1 < items.length && before(at(next + 1), at(next))) next++;
      if (!before(at(next), value)) break;
      items[hole] = at(next);
      hole = next;
    }
    items[hole] = value;
  }
  return {
    push(value) {
      let hole = items.push(value) - 1;
      while (hole > 0) {
        const above = (hole - 1) >> 1;
        if (!before(value, at(above))) break;
        items[hole] = at(above);
        hole = above;
      }
      items[hole] = value;
    },
    pop() {
      const [first] = items;
      const last = items.pop();
      if (items.length > 0 && last !== undefined) sink(last);
      return first;
    },
  };
}
