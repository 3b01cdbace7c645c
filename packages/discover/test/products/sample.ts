/** Small repositories for tests: units from one line each, and a history from commits in words. */
import type { Unit } from "@freehold/model";
import { ChangeStatus, type History } from "@freehold/repository";
import { discoverProducts, type RepositoryFacts } from "../../src/products/index.ts";

/**
 * `packages/ui@1.2.0 private -> core !log`: folder, version, marks, what it uses; `!` for development.
 * The name is the last folder. Marks: private, image, action, and every role but source.
 */
export function unit(line: string, repository = "acme"): Unit {
  const [head = "", uses = ""] = line.split("->").map((part) => part.trim());
  const [place = "", ...marks] = head.split(/\s+/);
  const [folder = "", version] = place.split("@");
  const path = folder === "." ? "" : folder;
  const name = path === "" ? repository : path.slice(path.lastIndexOf("/") + 1);
  const kind = marks.includes("image") ? "image" : marks.includes("action") ? "action" : "package";
  const roles = ["example", "fixture", "test", "template", "vendored", "generated"] as const;
  const manifest = `${path === "" ? "" : `${path}/`}${kind === "image" ? "Dockerfile" : kind === "action" ? "action.yml" : "package.json"}`;
  return {
    id: `${repository}#${kind}:${path === "" ? "." : path}`,
    repository,
    ecosystem: kind === "package" ? "npm" : kind,
    kind,
    role: roles.find((role) => marks.includes(role)) ?? "source",
    name,
    path,
    manifest,
    ...(version === undefined ? {} : { version }),
    published: !marks.includes("private"),
    provides: [{ id: `pkg:npm/${name}`, evidence: [] }],
    consumes: uses
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => ({
        id: `pkg:npm/${word.replace("!", "")}`,
        scope: word.startsWith("!") ? ("development" as const) : ("runtime" as const),
        declared: true,
        imported: true,
        evidence: [],
      })),
    evidence: [],
  };
}

export function repository(lines: readonly string[], more: Partial<RepositoryFacts> = {}): RepositoryFacts {
  const id = more.repository ?? "acme";
  const units = lines.map((line) => unit(line, id));
  const files = units.flatMap((one) => (one.manifest === undefined ? [] : [{ path: one.manifest, size: 100 }]));
  return { repository: id, name: id, files, units, ...more };
}

/** `groups(["a", "b -> a"])` is what the products hold: `name: unit unit`, sorted; parts as `whole > part: …`. */
export function groups(lines: readonly string[], more: Partial<RepositoryFacts> = {}): string[] {
  return describe(repository(lines, more));
}

export function describe(...repositories: readonly RepositoryFacts[]): string[] {
  const { products } = discoverProducts(repositories);
  const nameOf = new Map(products.map((product) => [product.id, product.name]));
  return products
    .filter((product) => product.hidden !== true)
    .map((product) => {
      const whole = product.partOf === undefined ? "" : `${nameOf.get(product.partOf) ?? "?"} > `;
      const units = product.units.map((id) => id.slice(id.indexOf(":") + 1));
      return `${whole}${product.name}: ${units.sort().join(" ")}`.trim();
    })
    .sort();
}

export interface CommitInWords {
  readonly subject?: string;
  readonly author?: string;
  /** `path` is an addition the first time and a change later; `old => new` a rename. */
  readonly changes: readonly string[];
}

export function history(commits: readonly CommitInWords[]): History {
  const paths: string[] = [];
  const authors: string[] = [];
  const seen = new Set<string>();
  const changes = commits.flatMap((commit) =>
    commit.changes.map((text) => {
      const [from, to] = text.split(" => ");
      const path = to ?? from ?? "";
      const status =
        to !== undefined ? ChangeStatus.renamed : seen.has(path) ? ChangeStatus.modified : ChangeStatus.added;
      seen.add(path);
      return { path: intern(paths, path), status, from: to === undefined ? -1 : intern(paths, from ?? "") };
    }),
  );
  let first = 0;
  const firstChange = [0, ...commits.map((commit) => (first += commit.changes.length))];
  return {
    commits: {
      id: commits.map((_, index) => `c${index}`),
      time: Float64Array.from(commits, (_, index) => 1_700_000_000 + index * 3600),
      author: Uint32Array.from(commits, (commit) => intern(authors, commit.author ?? "jane")),
      coAuthors: new Map(),
      subject: commits.map((commit) => commit.subject ?? "change"),
      parents: new Uint8Array(commits.length).fill(1),
      firstChange: Uint32Array.from(firstChange),
    },
    changes: {
      path: Uint32Array.from(changes, (change) => change.path),
      status: Uint8Array.from(changes, (change) => change.status),
      added: new Int32Array(changes.length).fill(1),
      deleted: new Int32Array(changes.length),
      from: Int32Array.from(changes, (change) => change.from),
    },
    paths,
    authors: authors.map((name) => ({ name, email: `${name}@acme.test` })),
    shallow: false,
    missingObjects: 0,
  };
}

function intern(list: string[], word: string): number {
  return list.includes(word) ? list.indexOf(word) : list.push(word) - 1;
}
