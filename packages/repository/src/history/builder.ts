/** Puts commits into columns as they come, in the order they come. */
import { ChangeStatus } from "../history.ts";
import type { RawIdentity } from "../history.ts";
import { createInterner, detached, growing } from "./growing.ts";
import type { LineCount } from "./lines.ts";
import type { CommitRecord } from "./record.ts";
import { findRenames } from "./renames.ts";
import type { HistoryTable } from "./table.ts";

export interface HistoryBuilder {
  add(commit: CommitRecord): void;
  /** Line counts of a commit that was added, in the order of its changes. */
  count(commit: string, counts: readonly LineCount[]): void;
  readonly commits: number;
  has(commit: string): boolean;
  /** Ids of the parents of all commits, in their order. */
  readonly parentIds: readonly string[];
  done(state: { readonly shallow: boolean; readonly missingObjects: number }): HistoryTable;
}

const uint32 = (length: number): Uint32Array => new Uint32Array(length);
const int32 = (length: number): Int32Array => new Int32Array(length);
const uint8 = (length: number): Uint8Array => new Uint8Array(length);
const float64 = (length: number): Float64Array => new Float64Array(length);

export function createHistoryBuilder(): HistoryBuilder {
  const [ids, subjects, parentIds]: [string[], string[], string[]] = [[], [], []];
  const [time, committed, author] = [growing(float64), growing(float64), growing(uint32)];
  const [parents, parentStart, firstChange] = [growing(uint8), growing(uint32), growing(uint32)];
  const [path, status, from] = [growing(uint32), growing(uint8), growing(int32)];
  const [added, deleted] = [growing(int32), growing(int32)];
  const index = new Map<string, number>();
  const coAuthors = new Map<number, readonly number[]>();
  const paths = createInterner();
  const identities = createInterner();

  function addChanges(commit: CommitRecord): void {
    const renames = findRenames(commit.changes);
    const gone = new Set(Array.from(renames.values(), (rename) => rename.from));
    for (const change of commit.changes) {
      if (change.status === "D" && gone.has(change.path)) continue;
      const rename = change.status === "A" ? renames.get(change.path) : undefined;
      path.push(paths.of(change.path));
      status.push(rename === undefined ? STATUS[change.status] : ChangeStatus.renamed);
      from.push(rename === undefined ? -1 : paths.of(rename.from));
      const lines = rename?.exact === true ? 0 : -1;
      added.push(lines);
      deleted.push(lines);
    }
  }

  return {
    get commits() {
      return ids.length;
    },
    has: (id) => index.has(id),
    parentIds,
    add(commit) {
      const id = detached(commit.id);
      const position = ids.push(id) - 1;
      index.set(id, position);
      subjects.push(detached(commit.subject));
      time.push(commit.authored);
      committed.push(commit.committed);
      author.push(identities.of(`${commit.name}\0${commit.email}`));
      parents.push(Math.min(commit.parents.length, 255));
      parentStart.push(parentIds.length);
      parentIds.push(...commit.parents.map(detached));
      firstChange.push(path.length);
      const others = commit.coAuthors.map(parseIdentity).map((each) => identities.of(`${each.name}\0${each.email}`));
      if (others.length > 0) coAuthors.set(position, others);
      addChanges(commit);
    },
    count(id, counts) {
      const commit = index.get(id) ?? -1;
      const end = commit + 1 < firstChange.length ? firstChange.get(commit + 1) : path.length;
      let change = commit < 0 ? end : firstChange.get(commit);
      for (const each of counts) {
        // The deletion half of a rename is counted too, and has no row.
        if (change >= end || paths.values[path.get(change)] !== each.path) continue;
        if (status.get(change) !== ChangeStatus.renamed) {
          added.set(change, each.added);
          deleted.set(change, each.deleted);
        }
        change++;
      }
    },
    done(state) {
      firstChange.push(path.length);
      parentStart.push(parentIds.length);
      return {
        history: {
          commits: {
            id: ids,
            time: time.done(),
            author: author.done(),
            coAuthors,
            subject: subjects,
            parents: parents.done(),
            firstChange: firstChange.done(),
          },
          changes: {
            path: path.done(),
            status: status.done(),
            added: added.done(),
            deleted: deleted.done(),
            from: from.done(),
          },
          paths: paths.values,
          authors: identities.values.map(splitIdentity),
          ...state,
        },
        committed: committed.done(),
        parentStart: parentStart.done(),
        parent: Int32Array.from(parentIds, (id) => index.get(id) ?? -1),
      };
    },
  };
}

const STATUS = { A: ChangeStatus.added, M: ChangeStatus.modified, D: ChangeStatus.deleted } as const;

/** `Name <address>`; without brackets, an address when there is an `@`, else a name. */
function parseIdentity(text: string): RawIdentity {
  const match = /^([^<]*)<([^>]*)>/.exec(text);
  if (match !== null) return { name: (match[1] ?? "").trim(), email: (match[2] ?? "").trim() };
  const trimmed = text.trim();
  return trimmed.includes("@") ? { name: "", email: trimmed } : { name: trimmed, email: "" };
}

function splitIdentity(key: string): RawIdentity {
  const end = key.indexOf("\0");
  return { name: key.slice(0, end), email: key.slice(end + 1) };
}
