/** The differences of interfaces for a person at a terminal. */
import type { Diff, Hit, InterfaceChange, ProductDiff, UnitDiff, VersionVerdict } from "@freehold/model";
import { formatProblem } from "@freehold/model";
import { styled, type Terminal } from "../../terminal.ts";

export interface DiffTextOptions {
  readonly terminal: Terminal;
  /** Compatible changes one by one, and every place. */
  readonly all: boolean;
}

const FIRST_CHANGES = 20;
const FIRST_HITS = 4;
const LONGEST = 200;
const STYLES = { breaking: "red", unknown: "yellow", compatible: "green" } as const;

export function diffText(diff: Diff, options: DiffTextOptions): string {
  const head = diff.head.revision?.slice(0, 10) ?? diff.head.asked;
  const title = `${styled(options.terminal, "bold", diff.repository)}  ${diff.base.revision.slice(0, 10)} … ${head}\n`;
  const body = diff.products.map((product) => productText(product, options)).join("");
  const problems = diff.problems.map((problem) => `${formatProblem(problem)}\n`).join("");
  return `${title}\n${body}${problems}${summary(diff)}`;
}

function productText(product: ProductDiff, options: DiffTextOptions): string {
  const { added, changed, removed } = product;
  const counts = `${added} added, ${changed} changed, ${removed} removed`;
  return `${styled(options.terminal, "bold", product.product.slug)}  ${counts}\n${product.units.map((unit) => unitText(unit, options)).join("")}\n`;
}

function unitText(unit: UnitDiff, options: DiffTextOptions): string {
  const important = unit.changes.filter((change) => change.class !== "compatible" && change.waived === undefined);
  const rest = unit.changes.filter((change) => !important.includes(change));
  const shown = options.all ? unit.changes : important.slice(0, FIRST_CHANGES);
  const lines = shown.map((change) => changeText(change, options));
  const left = options.all ? 0 : important.length - shown.length;
  const more = left > 0 ? `    … and ${left} more like these (--all shows them)\n` : "";
  const quiet = options.all ? "" : quietText(rest);
  return `  ${unit.name}  ${versionText(unit)}\n${lines.join("")}${more}${quiet}`;
}

function quietText(changes: readonly InterfaceChange[]): string {
  if (changes.length === 0) return "";
  const waived = changes.filter(({ waived: one }) => one !== undefined).length;
  const parts = [
    ...(changes.length > waived ? [`${changes.length - waived} compatible`] : []),
    ...(waived > 0 ? [`${waived} waived by the charter`] : []),
  ];
  return `    ${parts.join(", ")}\n`;
}

function changeText(change: InterfaceChange, { terminal, all }: DiffTextOptions): string {
  const place = change.after?.evidence ?? change.before?.evidence;
  const at =
    place?.path === undefined ? "" : `  ${[place.path, place.line].filter((part) => part !== undefined).join(":")}`;
  const label = styled(terminal, STYLES[change.class], change.waived === undefined ? change.class : "waived");
  const aspects = change.aspects === undefined || change.aspects.length === 0 ? "" : ` (${change.aspects.join(", ")})`;
  const lines = [
    `    ${label}${aspects}  ${cut(change.message, all)}  [${change.rule}]${at}\n`,
    ...signatures(change, all),
  ];
  if (change.waived !== undefined) lines.push(`      until ${change.waived.expires}: ${change.waived.reason}\n`);
  return `${lines.join("")}${hitsText(change.hits, all)}`;
}

function signatures({ before, after }: InterfaceChange, all: boolean): string[] {
  const [old, young] = [before?.signature, after?.signature];
  if (old === young) return [];
  return [
    ...(old === undefined ? [] : [`      - ${cut(old, all)}\n`]),
    ...(young === undefined ? [] : [`      + ${cut(young, all)}\n`]),
  ];
}

/** Types can be longer than a screen. */
function cut(text: string, all: boolean): string {
  return all || text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

function hitsText(hits: readonly Hit[], all: boolean): string {
  const products = [...Map.groupBy(hits, ({ product }) => product)];
  const shown = all ? products : products.slice(0, FIRST_HITS);
  const lines = shown.map(([product, own]) => {
    const places = own.flatMap((hit) => hit.places);
    const where = places
      .slice(0, all ? places.length : 2)
      .map(({ path, line }) => (line === undefined ? path : `${path}:${line}`));
    return `      used by ${product}${where.length === 0 ? "" : `  ${where.join(", ")}`}\n`;
  });
  const left = products.length - shown.length;
  return `${lines.join("")}${left > 0 ? `      … and by ${left} more\n` : ""}`;
}

/** What the version says and what it would have to be. */
export function versionText({ version, published }: Pick<UnitDiff, "version" | "published">): string {
  if (published === false) return "not published: a break matters to whom it hits";
  return verdictText(version);
}

function verdictText({ before, after, required, certain, verdict, next }: VersionVerdict): string {
  const needs = `needs a ${required} release${certain ? "" : " (if the unknown changes break)"}`;
  if (verdict === "unversioned") return required === "none" ? "no version" : `no version; ${needs}`;
  if (verdict === "honoured") return `${before} → ${after}, honoured`;
  if (verdict === "not-released") return `${before}, ${needs}${next === undefined ? "" : `: ${next}`}`;
  const small = certain ? "is too small" : "may be too small";
  return `${before} → ${after} ${small}: ${needs}${next === undefined ? "" : `, ${next}`}`;
}

function summary({ products, unchanged }: Diff): string {
  const sum = (of: "breaking" | "unknown" | "waived") => products.reduce((total, product) => total + product[of], 0);
  const quiet = unchanged === 0 ? "" : `; ${unchanged} more changed inside only`;
  if (products.length === 0) return `No interface changed${quiet}.\n`;
  return `${sum("breaking")} breaking, ${sum("unknown")} unknown, ${sum("waived")} waived in ${products.length} products${quiet}.\n`;
}
