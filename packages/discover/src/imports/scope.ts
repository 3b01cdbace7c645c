/** What a file is for, by its path: what it imports is needed for that only. */
import type { ConsumeScope } from "@freehold/model";
import { conventionalRole } from "../roles.ts";

export type FileScope = Extract<ConsumeScope, "runtime" | "development" | "test">;

const TEST_FILE =
  /(?:[._-](?:test|tests|spec|e2e|bench|stories)\.[^/]*|(?:^|\/)(?:test_[^/]*|conftest|setup_?tests?)\.[^/]*)$/i;

/** Configuration of tools, and hidden files and folders, are for the people who work on the unit. */
const TOOL_FILE =
  /\.config\.[cm]?[jt]s$|rc\.[cm]?js$|(?:^|\/)\.[^/]+|(?:^|\/)(?:gulpfile|gruntfile|noxfile|setup)\.[^/.]+$/i;

/** `base` is the unit's folder: its own name doesn't make its files tests. */
export function scopeOf(path: string, base: string): FileScope {
  if (TEST_FILE.test(path)) return "test";
  const inside = base === "" ? path : path.slice(base.length + 1);
  const role = conventionalRole(inside)?.role;
  if (role === "test" || role === "fixture" || role === "example") return "test";
  return TOOL_FILE.test(inside) ? "development" : "runtime";
}

/** Copies of other code and inputs of tests say nothing about what their unit needs. */
export function isForeign(path: string, base: string): boolean {
  const role = conventionalRole(base === "" ? path : path.slice(base.length + 1))?.role;
  return role === "fixture" || role === "vendored" || role === "template";
}
