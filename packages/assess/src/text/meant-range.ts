/** What the range in a manifest asks for. */
import { keptRange, keptVersion } from "./kept-versions.ts";

/** A bare version means `^` in Cargo; workspace and file references always fit. */
export function meantRange(range: string | undefined, ecosystem: string): string | undefined {
  if (range === undefined || (ecosystem !== "npm" && ecosystem !== "cargo")) return undefined;
  const bare = range.replace(/^workspace:/, "");
  const meant = ecosystem === "cargo" && /^\d/.test(bare) ? `^${bare}` : bare;
  return meant === "" || meant === "*" || keptRange(meant) === null ? undefined : meant;
}

/** A range that leaves the present version out gets another one, which may look otherwise. */
export function leavesOut(range: string | undefined, ecosystem: string, version: string | undefined): boolean {
  const present = keptVersion(version ?? "");
  const meant = present === null ? undefined : meantRange(range, ecosystem);
  return present !== null && meant !== undefined && keptRange(meant)?.test(present) === false;
}
