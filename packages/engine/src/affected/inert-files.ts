/** Files whose change reaches nobody because a charter says so (`inert`): a list of tasks, a formatter's settings. */
import { matchesGlob, parseGlob } from "@freehold/repository";
import type { TwoSides } from "../diff/two-sides.ts";
import { validCharters } from "../scan/product-facts.ts";

const SYNTAX = { relativeAnywhere: false, folderWithoutSlash: true };

/** The path of the charter that says it; undefined: none does. Charters count as they are at the head. */
export function inertFiles({ after }: TwoSides): (path: string) => string | undefined {
  const rules = validCharters(after).flatMap(({ path, charter }) =>
    (charter.inert ?? []).map((pattern) => ({
      charter: path,
      glob: parseGlob(`/${pattern.replace(/^\.?\//, "")}`, SYNTAX, path.slice(0, Math.max(0, path.lastIndexOf("/")))),
    })),
  );
  if (rules.length === 0) return () => undefined;
  return (path) => rules.find(({ glob }) => matchesGlob(glob, path.split("/")))?.charter;
}
