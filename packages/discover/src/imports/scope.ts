/** What a file is for, by its path: what it imports is needed for that only. */
import type { ConsumeScope, UnitRole } from "@freehold/model";
import { roleOfFolder } from "../roles.ts";

export type FileScope = Extract<ConsumeScope, "runtime" | "development" | "test">;

const TEST_FILE =
  /(?:[._-](?:test|tests|spec|e2e|bench|stories)\.[^/]*|(?:^|\/)(?:test_[^/]*|conftest|setup_?tests?)\.[^/]*)$/i;

/** Configuration of tools, and hidden files and folders, are for the people who work on the unit. */
const TOOL_FILE =
  /\.conf(?:ig)?\.[cm]?[jt]s$|rc\.[cm]?js$|(?:^|\/)\.[^/]+|(?:^|\/)(?:gulpfile|gruntfile|noxfile|setup)\.[^/.]+$/i;

/** `b` of `a/b/`. */
function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("/", folder.length - 2) + 1, -1);
}

export interface Purposes {
  scope(path: string): FileScope;
  /** Copies of other code and inputs of tests say nothing about what their unit needs. */
  isForeign(path: string): boolean;
}

/** For the files of a unit in the folder `base`, whose own name doesn't make its files tests. */
export function purposesIn(base: string): Purposes {
  const roles = new Map<string, UnitRole | undefined>();
  const inside = (path: string): string => (base === "" ? path : path.slice(base.length + 1));
  function roleOf(path: string): UnitRole | undefined {
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    if (roles.has(folder)) return roles.get(folder);
    // Whatever lies in a copy of something else is part of the copy.
    const above = folder === "" ? undefined : roleOf(folder.slice(0, -1));
    const role = above === "fixture" || above === "vendored" ? above : roleOfFolder(above, nameOf(folder));
    roles.set(folder, role);
    return role;
  }
  return {
    scope(path) {
      if (TEST_FILE.test(path)) return "test";
      const role = roleOf(inside(path));
      if (role === "test" || role === "fixture" || role === "example") return "test";
      return TOOL_FILE.test(inside(path)) ? "development" : "runtime";
    },
    isForeign(path) {
      const role = roleOf(inside(path));
      return role === "fixture" || role === "vendored" || role === "template";
    },
  };
}
