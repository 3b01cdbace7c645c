/** One requirement as PEP 508 writes it: `name[extra] >=1,<2; marker` or `name @ address`. */
import type { ConsumeScope } from "@freehold/model";
import type { Requirement } from "./facts.ts";

/** Undefined for what names no package: options, paths, bare addresses. */
export function parseRequirement(source: string, scope: ConsumeScope, line: number): Requirement | undefined {
  const match = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?/.exec(source);
  if (match?.[1] === undefined) return undefined;
  const rest = (source.slice(match[0].length).split(";", 1)[0] ?? "").trim();
  if (rest.startsWith("@")) return { name: match[1], scope, line, url: rest.slice(1).trim() };
  const range = rest.replace(/^\(([^)]*)\)$/, "$1").trim();
  if (range !== "" && !/^[<>=!~]/.test(range)) return undefined;
  return { name: match[1], ...(range !== "" && { range }), scope, line };
}

/** PEP 503: names that differ in case and in the kind of separator are one name. */
export function normalizedName(name: string): string {
  return name.replaceAll(/[-_.]+/g, "-").toLowerCase();
}
