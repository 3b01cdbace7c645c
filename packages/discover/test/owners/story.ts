/** Histories told in a few lines, for tests: who changed what, and when. */
import { type ChangeStatus, findPeople, type History, type People } from "@freehold/repository";

export interface Step {
  /** `Name <address>`; co-authors behind it. */
  readonly by: string | readonly string[];
  /** Years after the beginning. */
  readonly year: number;
  /** Paths with the lines added; `old -> new` is a rename, `- path` a deletion. */
  readonly changes: Readonly<Record<string, number>>;
}

const YEAR = 31_557_600;
const START = 1_500_000_000;

export interface Story {
  readonly history: History;
  readonly people: People;
  readonly personOf: (name: string) => string;
}

export function tell(steps: readonly Step[]): Story {
  const [paths, authors] = [createIndex(), createIndex()];
  const changes = { path: [] as number[], status: [] as number[], added: [] as number[], from: [] as number[] };
  const exists = new Set<string>();
  const coAuthors = new Map<number, readonly number[]>();
  const firstChange = [0];
  const author: number[] = [];
  for (const [commit, step] of steps.entries()) {
    const [first, ...others] = (typeof step.by === "string" ? [step.by] : step.by).map((text) => authors.of(text));
    author.push(first ?? 0);
    if (others.length > 0) coAuthors.set(commit, others);
    for (const [text, added] of Object.entries(step.changes)) {
      const { path, from, status } = readChange(text, exists);
      changes.path.push(paths.of(path));
      changes.from.push(from === undefined ? -1 : paths.of(from));
      changes.status.push(status);
      changes.added.push(added);
    }
    firstChange.push(changes.path.length);
  }
  const history: History = {
    commits: {
      id: steps.map((_, index) => index.toString(16).padStart(40, "0")),
      time: Float64Array.from(steps, ({ year }) => START + year * YEAR),
      author: Uint32Array.from(author),
      coAuthors,
      subject: steps.map((_, index) => `Change ${index}`),
      parents: new Uint8Array(steps.length).fill(1),
      firstChange: Uint32Array.from(firstChange),
    },
    changes: {
      path: Uint32Array.from(changes.path),
      status: Uint8Array.from(changes.status),
      added: Int32Array.from(changes.added),
      deleted: new Int32Array(changes.path.length),
      from: Int32Array.from(changes.from),
    },
    paths: paths.all,
    authors: authors.all.map((text) => ({ name: text.split(" <")[0] ?? "", email: /<(.*)>/.exec(text)?.[1] ?? "" })),
    shallow: false,
    missingObjects: 0,
  };
  const people = findPeople(history);
  return { history, people, personOf: (name) => people.people.find((person) => person.name === name)?.id ?? "" };
}

function readChange(
  text: string,
  exists: Set<string>,
): { path: string; from?: string; status: (typeof ChangeStatus)[keyof typeof ChangeStatus] } {
  const [from, to] = text.split(" -> ");
  if (to !== undefined && from !== undefined) {
    exists.add(to);
    return { path: to, from, status: 3 };
  }
  if (text.startsWith("- ")) return { path: text.slice(2), status: 2 };
  const status = exists.has(text) ? 1 : 0;
  exists.add(text);
  return { path: text, status };
}

function createIndex(): { readonly all: string[]; of(text: string): number } {
  const all: string[] = [];
  return {
    all,
    of(text) {
      const known = all.indexOf(text);
      return known >= 0 ? known : all.push(text) - 1;
    },
  };
}
