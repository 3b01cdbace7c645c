/** Version constraints of Terraform, as ranges that can be compared. Source: "Version Constraints" of its documentation. */
import { compareRanges } from "../../version-ranges.ts";

/** `~> 1.2, != 1.3.1` as `>=1.2.0 <2.0.0`; what is excluded one by one is not told. */
function asRange(constraint: string): string {
  const parts = constraint
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.flatMap(comparator).join(" ") || "*";
}

function comparator(part: string): string[] {
  const match = /^(=|!=|>=|<=|>|<|~>)?\s*v?(\d+(?:\.\d+)*)(?:-[\w.]+)?$/.exec(part);
  if (match === null) return ["?"];
  const [, sign = "=", version = ""] = match;
  if (sign === "!=") return [];
  const numbers = version.split(".").map(Number);
  const full = [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0].join(".");
  if (sign !== "~>") return [`${sign}${full}`];
  // The last number that is written may rise.
  const [major = 0, minor = 0] = numbers;
  const top = numbers.length >= 3 ? `${major}.${minor + 1}.0` : numbers.length === 2 ? `${major + 1}.0.0` : undefined;
  return top === undefined ? [`>=${full}`] : [`>=${full}`, `<${top}`];
}

export function compareConstraints(was: string, is: string): "wider" | "narrower" | "unknown" {
  return compareRanges(asRange(was), asRange(is));
}

/** The lowest major version that is admitted; 0 where none is named. */
export function lowestMajor(constraint: string): number {
  const bounds = [...constraint.matchAll(/(=|>=|>|~>|^|,\s*)\s*v?(\d+)(?:\.\d+)*/g)].filter(
    ([all]) => !/[<!]/.test(all),
  );
  return Math.max(0, ...bounds.map((match) => Number(match[2])));
}

/** Whether a version above all that is admitted was admitted before. */
export function lowersTop(was: string, is: string): boolean {
  return compareConstraints(topOnly(was), topOnly(is)) !== "wider";
}

function topOnly(constraint: string): string {
  const parts = constraint
    .split(",")
    .flatMap((part) => comparator(part.trim()))
    .filter((part) => part.startsWith("<"));
  return parts.join(", ") || ">= 0";
}
