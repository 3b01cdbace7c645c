/** Puts a history's rows into the one order of commits (`order.ts`). */
import type { ChangeTable, CommitTable } from "../history.ts";
import { commitOrder } from "./order.ts";
import type { HistoryTable } from "./table.ts";

/** The first `arranged` rows are in order already; `table` with its rows in order. */
export function arrange(table: HistoryTable, arranged = 0): HistoryTable {
  if (arranged > 0 && followInOrder(table, arranged)) return table;
  const order = commitOrder(table);
  if (order.every((commit, position) => commit === position)) return table;
  const { history } = table;
  const { commits, firstChange } = arrangeCommits(history.commits, order);
  return {
    history: { ...history, commits: { ...commits, firstChange }, changes: arrangeChanges(table, order, firstChange) },
    committed: Float64Array.from(order, (commit) => table.committed[commit] ?? 0),
    ...arrangeParents(table, order),
  };
}

/**
 * Whether the rows from `first` on are in order behind those before them: each newer than all of them, as commits
 * made after the last scan are, and in order among themselves.
 */
function followInOrder({ committed, parentStart, parent, history }: HistoryTable, first: number): boolean {
  let latest = -Infinity;
  for (let commit = 0; commit < first; commit++) latest = Math.max(latest, committed[commit] ?? 0);
  for (let commit = first; commit < committed.length; commit++) {
    const time = committed[commit] ?? 0;
    const id = history.commits.id[commit] ?? "";
    if (
      commit === first
        ? time <= latest
        : time < latest || (time === latest && id < (history.commits.id[commit - 1] ?? ""))
    )
      return false;
    for (let at = parentStart[commit] ?? 0; at < (parentStart[commit + 1] ?? 0); at++) {
      if ((parent[at] ?? -1) >= commit) return false;
    }
    latest = time;
  }
  return true;
}

function arrangeCommits(commits: CommitTable, order: Uint32Array): { commits: CommitTable; firstChange: Uint32Array } {
  const firstChange = new Uint32Array(order.length + 1);
  const coAuthors = new Map<number, readonly number[]>();
  for (const [position, commit] of order.entries()) {
    const changes = (commits.firstChange[commit + 1] ?? 0) - (commits.firstChange[commit] ?? 0);
    firstChange[position + 1] = (firstChange[position] ?? 0) + changes;
    const others = commits.coAuthors.get(commit);
    if (others !== undefined) coAuthors.set(position, others);
  }
  const arranged = {
    id: Array.from(order, (commit) => commits.id[commit] ?? ""),
    time: Float64Array.from(order, (commit) => commits.time[commit] ?? 0),
    author: order.map((commit) => commits.author[commit] ?? 0),
    coAuthors,
    subject: Array.from(order, (commit) => commits.subject[commit] ?? ""),
    parents: Uint8Array.from(order, (commit) => commits.parents[commit] ?? 0),
    firstChange,
  };
  return { commits: arranged, firstChange };
}

function arrangeChanges({ history }: HistoryTable, order: Uint32Array, firstChange: Uint32Array): ChangeTable {
  const { changes, commits } = history;
  const count = changes.path.length;
  const path = new Uint32Array(count);
  const status = new Uint8Array(count);
  const [added, deleted, from] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  for (const [position, commit] of order.entries()) {
    const [start, end] = [commits.firstChange[commit] ?? 0, commits.firstChange[commit + 1] ?? 0];
    const to = firstChange[position] ?? 0;
    path.set(changes.path.subarray(start, end), to);
    status.set(changes.status.subarray(start, end), to);
    added.set(changes.added.subarray(start, end), to);
    deleted.set(changes.deleted.subarray(start, end), to);
    from.set(changes.from.subarray(start, end), to);
  }
  return { path, status, added, deleted, from };
}

function arrangeParents(table: HistoryTable, order: Uint32Array): Pick<HistoryTable, "parentStart" | "parent"> {
  const position = new Int32Array(order.length);
  for (const [to, commit] of order.entries()) position[commit] = to;
  const parentStart = new Uint32Array(order.length + 1);
  const parent = new Int32Array(table.parent.length);
  let filled = 0;
  for (const [to, commit] of order.entries()) {
    for (let at = table.parentStart[commit] ?? 0; at < (table.parentStart[commit + 1] ?? 0); at++) {
      const each = table.parent[at] ?? -1;
      parent[filled++] = each < 0 ? -1 : (position[each] ?? -1);
    }
    parentStart[to + 1] = filled;
  }
  return { parentStart, parent };
}
