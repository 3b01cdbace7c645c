/**
 * Violations and problems, packed by the product that they are about. What is about no product is kept
 * with its repository, under the repository's key as a negative number.
 */
import { insertRows } from "../engines/insert-rows.ts";
import { contentHash, hashBytes, isSame, packText } from "../packed.ts";
import { portions } from "./chunks.ts";
import type { ProblemItem, ViolationItem } from "./prepare/finding.ts";
import type { Session } from "./session.ts";

type FindingKind = "violation" | "problem";

export function takeViolations({ findings, products }: Session, items: readonly ViolationItem[]): void {
  for (const { from, rule, text } of items) {
    const product = products.get(from);
    if (product !== undefined) add(findings, { kind: "violation", product, text, rule });
  }
}

export function takeProblems(session: Session, items: readonly ProblemItem[]): void {
  for (const { subject, repository, path, severity: rule, text } of items) {
    const product =
      ofSubject(session, subject) ?? ofPath(session, repository, path) ?? ofRepository(session, repository);
    if (product !== undefined) add(session.findings, { kind: "problem", product, text, rule });
  }
}

function ofSubject({ products, claims }: Session, subject: string | undefined): number | undefined {
  return subject === undefined ? undefined : (products.get(subject) ?? claims.get(subject));
}

/** The product of the deepest folder around the path. */
function ofPath({ folders }: Session, repository: string | undefined, path: string | undefined): number | undefined {
  if (repository === undefined || path === undefined) return undefined;
  for (let folder = path; folder !== ""; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/")))) {
    const product = folders.get(`${repository}:${folder}`);
    if (product !== undefined) return product;
  }
  return folders.get(`${repository}:`);
}

function ofRepository({ repositories }: Session, repository: string | undefined): number | undefined {
  const key = repository === undefined ? repositories.values().next().value : repositories.get(repository);
  return key === undefined ? undefined : -key;
}

interface Finding {
  readonly kind: FindingKind;
  readonly product: number;
  readonly text: string;
  /** Rule of a violation, severity of a problem. */
  readonly rule: string;
}

function add(findings: Session["findings"], { kind, product, text, rule }: Finding): void {
  const name = `${kind} ${product}`;
  const found = findings.get(name) ?? { kind, product, texts: [], rules: new Map<string, number>() };
  findings.set(name, found);
  found.texts.push(text);
  found.rules.set(rule, (found.rules.get(rule) ?? 0) + 1);
}

/** Writes what differs; returns the products whose findings are others than before. */
export async function writeFindings(session: Session): Promise<Set<number>> {
  const { revision, findings } = session;
  const changed = new Set<number>();
  const owners = [...session.products.values(), ...[...session.repositories.values()].map((key) => -key)];
  const rows = [];
  for (const some of portions(owners)) {
    const known = await revision.db
      .selectFrom("finding")
      .select(["product", "kind", "hash"])
      .where("product", "in", some)
      .execute();
    const hashes = new Map(known.map(({ kind, product, hash }) => [`${kind} ${product}`, hash]));
    for (const product of some) {
      for (const kind of ["violation", "problem"] as const) {
        const name = `${kind} ${product}`;
        const found = findings.get(name);
        const before = hashes.get(name);
        if (found === undefined) {
          if (before === undefined) continue;
          await revision.db.deleteFrom("finding").where("product", "=", product).where("kind", "=", kind).execute();
          changed.add(product);
          continue;
        }
        const text = `[${found.texts.join(",")}]`;
        const hash = contentHash(text);
        if (isSame(before, hash)) continue;
        const rules = JSON.stringify(Object.fromEntries([...found.rules].sort(([a], [b]) => (a < b ? -1 : 1))));
        rows.push({ product, kind, count: found.texts.length, hash: hashBytes(hash), doc: packText(text), rules });
        changed.add(product);
      }
    }
  }
  await insertRows(revision, "finding", rows, {
    conflict: { key: ["org", "product", "kind"], update: ["count", "hash", "doc", "rules"] },
  });
  return changed;
}
