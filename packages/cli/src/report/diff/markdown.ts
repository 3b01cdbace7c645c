/** The differences of interfaces as a comment on a pull request. */
import type { Diff, InterfaceChange, ProductDiff, UnitDiff } from "@freehold/model";
import { code, inline } from "../markdown-text.ts";
import { versionText } from "./text.ts";

const MARKS = { breaking: "🔴 breaking", unknown: "🟡 unknown", compatible: "🟢 compatible" } as const;
/** A comment on GitHub holds 65,536 characters. */
const MAX_ROWS = 100;

export function diffMarkdown(diff: Diff): string {
  const head = diff.head.revision?.slice(0, 10) ?? diff.head.asked;
  const title = `### Interfaces: ${diff.base.revision.slice(0, 10)} … ${head}\n\n`;
  if (diff.products.length === 0) return `${title}No interface changed.\n`;
  return `${title}${diff.products.map(productSection).join("\n")}`;
}

function productSection(product: ProductDiff): string {
  const { breaking, unknown, added, changed, removed } = product;
  const facts = [
    `${breaking} breaking`,
    `${unknown} unknown`,
    `${added} added`,
    `${changed} changed`,
    `${removed} removed`,
  ];
  return `#### ${inline(product.product.slug)}: ${facts.join(", ")}\n\n${product.units.map(unitSection).join("\n")}`;
}

function unitSection(unit: UnitDiff): string {
  const rows = unit.changes.slice(0, MAX_ROWS).map(row);
  const more = unit.changes.length > MAX_ROWS ? `\n… and ${unit.changes.length - MAX_ROWS} more.\n` : "";
  const version = `**${inline(unit.name)}** – ${inline(versionText(unit))}\n\n`;
  if (rows.length === 0) return version;
  return `${version}| | change | before → after | used by |\n|---|---|---|---|\n${rows.join("")}${more}`;
}

function row(change: InterfaceChange): string {
  const mark = change.waived === undefined ? MARKS[change.class] : `⚪ waived until ${change.waived.expires}`;
  const signatures = [change.before?.signature, change.after?.signature].map((text) =>
    text === undefined ? "–" : code(text),
  );
  const before = signatures[0] === signatures[1] ? (signatures[0] ?? "") : signatures.join(" → ");
  const users = change.hits.slice(0, 5).map(({ product, places }) => {
    const [first] = places;
    return first === undefined
      ? inline(product)
      : `${inline(product)} (${code(`${first.path}${first.line === undefined ? "" : `:${first.line}`}`)})`;
  });
  const left = change.hits.length - users.length;
  const who = [...users, ...(left > 0 ? [`${left} more`] : [])].join(", ");
  return `| ${mark} | ${inline(change.message)}<br>${code(change.rule)} | ${before} | ${who} |\n`;
}
