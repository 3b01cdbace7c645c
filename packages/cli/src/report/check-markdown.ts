/** Findings of `freehold check` as Markdown, for the summary of a job or a comment. */
import type { Finding } from "@freehold/engine";
import { code, inline } from "./markdown-text.ts";

const MARKS = { error: "🔴", warning: "🟡", info: "⚪" } as const;
/** A comment on GitHub holds 65,536 characters. */
const MAX_ROWS = 100;

export function checkMarkdown(findings: readonly Finding[]): string {
  const title = "### Boundaries\n\n";
  if (findings.length === 0) return `${title}Nothing found: charters, paths, boundaries and layers hold.\n`;
  const rows = findings.slice(0, MAX_ROWS).map(row).join("");
  const more = findings.length > MAX_ROWS ? `\n… and ${findings.length - MAX_ROWS} more.\n` : "";
  return `${title}| | finding | where |\n|---|---|---|\n${rows}${more}`;
}

function row({ severity, code: rule, message, hint, path, line }: Finding): string {
  const where = path === undefined ? "" : code(line === undefined ? path : `${path}:${line}`);
  const advice = hint === undefined ? "" : `<br>${inline(hint)}`;
  return `| ${MARKS[severity]} | ${inline(message)} ${code(rule)}${advice} | ${where} |\n`;
}
