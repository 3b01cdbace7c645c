/**
 * Violations and problems of the whole portfolio, a page at a time. They lie packed by product, with how
 * many there are of each rule beside them: a filter by rule skips what has none of it unread.
 */
import type { Problem, ProductRef, Violation } from "@freehold/model";
import { sql } from "kysely";
import { unpack } from "../packed.ts";
import type { Scope } from "../scope.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { MOST_ITEMS } from "./list-products.ts";
import { productRefs } from "./product-refs.ts";

export type ListedFinding =
  | {
      readonly kind: "violation";
      readonly violation: Omit<Violation, "from" | "to"> & { readonly from?: ProductRef; readonly to?: ProductRef };
    }
  | { readonly kind: "problem"; readonly problem: Problem & { readonly product?: ProductRef } };

export interface FindingOptions {
  /** Default: both, violations first. */
  readonly kind?: "violation" | "problem";
  /** Rules of violations, severities of problems. */
  readonly rules?: readonly string[];
  /** Words that message, hint and place must hold, in any order. */
  readonly text?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface FindingPage {
  readonly items: readonly ListedFinding[];
  /** Of those that the filter leaves; not known where words are looked for. */
  readonly total?: number;
  readonly next?: string;
  /** How many there are of each rule and severity in all. */
  readonly rules: readonly { readonly kind: "violation" | "problem"; readonly value: string; readonly count: number }[];
}

/** Packed rows read for one page where words are looked for; the cursor goes on from there. */
const MOST_READ = 2000;
const AT_A_TIME = 50;

/** Throws `store/bad-cursor`. */
export async function listFindings(scope: Scope, options: FindingOptions = {}): Promise<FindingPage> {
  const limit = Math.min(Math.max(1, options.limit ?? 50), MOST_ITEMS);
  const rules = await countRules(scope);
  const found: Found[] = [];
  let next: string | undefined;
  let read = 0;
  for await (const one of walk(scope, options, () => read++)) {
    if (found.length === limit || read > MOST_READ) {
      next = one.cursor;
      break;
    }
    if (one.finding !== undefined) found.push(one.finding);
  }
  const wanted = new Set(options.rules ?? rules.map(({ value }) => value));
  const counted = rules.filter(
    ({ kind, value }) => (options.kind === undefined || kind === options.kind) && wanted.has(value),
  );
  return {
    items: await withProducts(scope, found),
    ...((options.text ?? "") === "" ? { total: counted.reduce((sum, { count }) => sum + count, 0) } : {}),
    ...(next === undefined ? {} : { next }),
    rules,
  };
}

interface Found {
  readonly kind: "violation" | "problem";
  readonly product: number;
  readonly value: Violation | Problem;
}

interface Step {
  /** Absent: a row was read that holds nothing of what is looked for. */
  readonly finding?: Found;
  /** Where to go on from, to see this one next. */
  readonly cursor: string;
}

async function* walk(scope: Scope, options: FindingOptions, onRead: () => void): AsyncGenerator<Step> {
  const from = options.cursor === undefined ? undefined : placeOf(options.cursor);
  const words = (options.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = options.rules === undefined ? undefined : new Set(options.rules);
  const kinds = options.kind === undefined ? (["violation", "problem"] as const) : [options.kind];
  for (const kind of kinds) {
    if (from !== undefined && kinds.indexOf(from.kind) > kinds.indexOf(kind)) continue;
    const start = from?.kind === kind ? from : undefined;
    for await (const { product, doc, rules } of rowsOf(scope, kind, start?.product)) {
      if (wanted !== undefined && rules !== null && !Object.keys(parse(rules)).some((rule) => wanted.has(rule))) {
        continue;
      }
      onRead();
      const values = unpack(doc) as (Violation | Problem)[];
      const skipped = product === start?.product ? start.place : 0;
      let any = false;
      for (const [place, value] of values.entries()) {
        if (place < skipped || !fits(value, wanted, words)) continue;
        any = true;
        yield { finding: { kind, product, value }, cursor: cursorOf({ kind, product, place }) };
      }
      if (!any) yield { cursor: cursorOf({ kind, product, place: values.length }) };
    }
  }
}

/** What is about no product lies under negative numbers. */
const LEAST_KEY = -(2 ** 31);

async function* rowsOf({ db }: Scope, kind: Found["kind"], from: number | undefined) {
  let least = from ?? LEAST_KEY;
  for (;;) {
    const rows = await db
      .selectFrom("finding")
      .select(["product", "doc", "rules"])
      .where("kind", "=", kind)
      .where("product", ">=", least)
      .orderBy("product")
      .limit(AT_A_TIME)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_A_TIME) return;
    least = last.product + 1;
  }
}

function fits(value: Violation | Problem, wanted: ReadonlySet<string> | undefined, words: readonly string[]): boolean {
  if (wanted !== undefined && !wanted.has("severity" in value ? value.severity : value.rule)) return false;
  if (words.length === 0) return true;
  const text = JSON.stringify(value).toLowerCase();
  return words.every((word) => text.includes(word));
}

interface Place {
  readonly kind: Found["kind"];
  readonly product: number;
  readonly place: number;
}

function cursorOf({ kind, product, place }: Place): string {
  return writeCursor({ order: "findings", value: `${kind} ${place}`, key: product });
}

function placeOf(cursor: string): Place {
  const { value, key } = readCursor(cursor, "findings");
  const [kind, place] = String(value).split(" ");
  return { kind: kind === "problem" ? "problem" : "violation", product: key, place: Number(place) || 0 };
}

/** What an older version wrote has no counts; those are read from the documents. */
async function countRules({ db }: Scope): Promise<FindingPage["rules"]> {
  const counts = new Map<string, number>();
  const add = (kind: string, rule: string, count: number) =>
    counts.set(`${kind} ${rule}`, (counts.get(`${kind} ${rule}`) ?? 0) + count);
  const rows = await db
    .selectFrom("finding")
    .select(["kind", "rules", sql<number>`count(*)`.as("rows")])
    .where("rules", "is not", null)
    .groupBy(["kind", "rules"])
    .execute();
  for (const { kind, rules, rows: times } of rows) {
    for (const [rule, count] of Object.entries(parse(rules ?? "{}"))) add(kind, rule, count * times);
  }
  const old = await db.selectFrom("finding").select(["kind", "doc"]).where("rules", "is", null).execute();
  for (const { kind, doc } of old) {
    for (const value of unpack(doc) as (Violation | Problem)[]) {
      add(kind, "severity" in value ? value.severity : value.rule, 1);
    }
  }
  return [...counts]
    .map(([name, count]) => {
      const [kind, value = ""] = name.split(" ");
      return { kind: kind === "problem" ? ("problem" as const) : ("violation" as const), value, count };
    })
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function parse(rules: string): Record<string, number> {
  return JSON.parse(rules) as Record<string, number>;
}

async function withProducts(scope: Scope, found: readonly Found[]): Promise<ListedFinding[]> {
  const refs = await productRefs(
    scope,
    found.map(({ product }) => product).filter((key) => key > 0),
  );
  const ids = found.flatMap(({ value }) => ("to" in value && value.to !== undefined ? [value.to] : []));
  const targets = await refsById(scope, ids);
  return found.map(({ kind, product, value }): ListedFinding => {
    const about = refs.get(product);
    if (kind === "problem") {
      return { kind, problem: { ...(value as Problem), ...(about === undefined ? {} : { product: about }) } };
    }
    const { from: _, to, ...rest } = value as Violation;
    const target = to === undefined ? undefined : targets.get(to);
    return {
      kind,
      violation: {
        ...rest,
        ...(about === undefined ? {} : { from: about }),
        ...(target === undefined ? {} : { to: target }),
      },
    };
  });
}

async function refsById({ db }: Scope, ids: readonly string[]): Promise<Map<string, ProductRef>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("product")
    .select(["id", "slug", "name", "kind"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row as ProductRef]));
}
