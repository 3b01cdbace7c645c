/** Where a charter names files: those places whose path or pattern matches none. */
import type { Charter, ProductFacts } from "@freehold/model";
import { type Glob, matchesGlob } from "@freehold/repository";
import { folderOf } from "../products/paths.ts";
import { globOf } from "../products/declared/scopes.ts";

type Unmet = NonNullable<ProductFacts["charterUnmet"]>;

/** `split` are the paths of the repository in parts. O(patterns · files); charters have a handful. */
export function unmetPlaces(path: string, charter: Charter, split: readonly (readonly string[])[]): Unmet {
  const folder = folderOf(path);
  const matchesNone = (pattern: string) => {
    const glob: Glob = globOf(pattern, folder);
    return !split.some((parts) => matchesGlob(glob, parts));
  };
  return placesOf(charter).filter(({ value }) => matchesNone(value));
}

function placesOf({ scope, interfaces = [], inert = [] }: Charter): Unmet {
  return [
    ...listed(["scope", "include"], scope?.include),
    ...listed(["scope", "exclude"], scope?.exclude),
    ...listed(["inert"], inert),
    ...interfaces.flatMap(({ path }, index) =>
      path === undefined || /^[a-z]+:/.test(path) ? [] : [{ at: ["interfaces", index, "path"], value: path }],
    ),
  ];
}

function listed(at: readonly string[], values: readonly string[] = []): Unmet {
  return values.map((value, index) => ({ at: [...at, index], value }));
}
