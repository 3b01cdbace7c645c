/** Sources and their repositories for people. */
import type { components } from "@freehold/client";
import { styled, type Terminal } from "../terminal.ts";
import { type Column, table } from "./table.ts";

type Source = components["schemas"]["Source"];
type Repository = components["schemas"]["SourceRepository"];

export function sourceRows(sources: readonly Source[]): string {
  if (sources.length === 0) return "There are no sources yet: freehold sources add <address>\n";
  const rows = sources.map(({ id, url, repositories, active, ...source }) => [
    id,
    url,
    counted(repositories),
    stateOf({ active, ...source }),
  ]);
  return table(columns("source", "address", "repositories", "state"), rows);
}

export function sourceText(source: Source, repositories: readonly Repository[], terminal: Terminal): string {
  const head = `${styled(terminal, "bold", source.url)}  ${source.id}\n${counted(source.repositories)}\n${stateOf(source)}\n`;
  const error = source.error === undefined ? "" : `${styled(terminal, "red", "error")}: ${said(source.error)}\n`;
  const rows = repositories.map(({ id, state, commit = "", scanned = "", error: failed, excluded }) => [
    id,
    state,
    commit.slice(0, 12),
    scanned.slice(0, 16).replace("T", " "),
    failed === undefined ? (excluded ?? "") : said(failed),
  ]);
  return `${head}${error}${rows.length === 0 ? "" : table(columns("repository", "state", "commit", "scanned", ""), rows)}`;
}

function columns(...titles: readonly string[]): readonly Column[] {
  return titles.map((title) => ({ title }));
}

function counted(repositories: Source["repositories"]): string {
  return Object.entries(repositories)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${count} ${state}`)
    .join(", ");
}

function stateOf({ active, job, error, next }: Pick<Source, "active" | "job" | "error" | "next">): string {
  if (job !== undefined) return job.state === "running" ? "is looked at now" : "will be looked at now";
  if (!active) return "not looked at by schedule";
  const then = next === undefined ? "" : `, next ${next.slice(0, 16).replace("T", " ")} UTC`;
  return error === undefined ? `fine${then}` : `${error.message}${then}`;
}

function said({ message, hint }: { readonly message: string; readonly hint?: string }): string {
  return hint === undefined ? message : `${message}. ${hint}`;
}
