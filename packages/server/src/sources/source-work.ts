/** The jobs of sources by name: their keys, by which no work waits twice, and what they are told. */
import type { JobInput } from "@freehold/store";

export function listKey(source: string): string {
  return `list ${source}`;
}

export function scanKey(source: string, repository: string): string {
  return `scan ${source} ${repository}`;
}

export function listJob(source: string): JobInput {
  return { kind: "list", key: listKey(source), source, payload: {} };
}

export function scanJob(source: string, repository: string): JobInput {
  return { kind: "scan", key: scanKey(source, repository), source, payload: { repository } };
}
