/** Which repositories of a list are wanted. */
import type { ListedRepository } from "./forges/lister.ts";

export interface Filter {
  /** Patterns; none: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly archived: boolean;
  readonly forks: boolean;
}

/** Why a repository is left out; undefined where it is wanted. */
export function whyExcluded({ id, archived, fork, name }: ListedRepository, filter: Filter): string | undefined {
  const named = (patterns: readonly string[]) =>
    patterns.find((pattern) => matches(pattern, id) || matches(pattern, name ?? id.split("/").at(-1) ?? id));
  const excluding = named(filter.exclude);
  if (excluding !== undefined) return `its name fits ${excluding}, which is excluded`;
  if (filter.include.length > 0 && named(filter.include) === undefined)
    return "its name fits none of those that are included";
  if (archived === true && !filter.archived) return "it is archived";
  if (fork === true && !filter.forks) return "it is a fork";
  return undefined;
}

/** `*` stands for any characters, whole names are compared, case does not count. Linear in the length of the name. */
function matches(pattern: string, name: string): boolean {
  const [first = "", ...others] = pattern.toLowerCase().split("*");
  const text = name.toLowerCase();
  if (others.length === 0) return text === first;
  if (!text.startsWith(first)) return false;
  let place = first.length;
  const last = others.pop() ?? "";
  for (const part of others) {
    const found = text.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  return text.length - last.length >= place && text.endsWith(last);
}
