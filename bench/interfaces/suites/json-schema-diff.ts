/**
 * Our answers beside what the snapshots of getsentry/json-schema-diff list: a pair breaks when one of the
 * changes listed is one that its own `is_breaking` calls so.
 */
import type { Json } from "@freehold/interfaces";
import type { GitSource } from "../git-source.ts";
import type { Tally } from "../tally.ts";
import { judgeContainment } from "./containment.ts";

const FIXTURES = "tests/fixtures/";

export function judgeJsonSchemaDiff(git: GitSource): Tally {
  const files = git.files.filter((file) => file.startsWith(FIXTURES) && file.endsWith(".json"));
  const cases = files.map((file) => {
    const { lhs = true, rhs = true } = JSON.parse(git.read(file) ?? "{}") as { lhs?: Json; rhs?: Json };
    const name = file.slice(FIXTURES.length);
    const snapshot = git.read(`tests/snapshots/test__from_fixtures@${name.replaceAll("/", "__")}.snap`) ?? "";
    return judgeContainment(name, lhs, rhs, breaks(snapshot) ? "breaking" : "compatible", "draft-07");
  });
  return { suite: "json-schema-diff", cases };
}

/** A snapshot is Rust's debug print of the changes, after two lines of dashes. */
function breaks(snapshot: string): boolean {
  const list = snapshot.slice(snapshot.lastIndexOf("\n---\n"));
  return [...list.matchAll(/change: (\w+) \{([^]*?)\n {8}\}/g)].some(([, kind = "", body = ""]) =>
    isBreaking(kind, body),
  );
}

const ALWAYS: ReadonlySet<string> = new Set([
  "TypeRemove",
  "ConstAdd",
  "RangeAdd",
  "ArrayToTuple",
  "TupleChange",
  "RequiredAdd",
  "FormatAdd",
  "FormatChange",
  "PatternAdd",
  "PatternChange",
  "MinLengthAdd",
  "MaxLengthAdd",
]);

function isBreaking(kind: string, body: string): boolean {
  if (ALWAYS.has(kind)) return true;
  const says = (flag: string) => new RegExp(`${flag}: true`).test(body);
  if (kind === "PropertyAdd") return says("lhs_additional_properties");
  if (kind === "PropertyRemove") return !says("lhs_additional_properties");
  if (kind === "EnumAdd") return says("lhs_has_no_enum");
  if (kind === "EnumRemove") return !says("rhs_has_no_enum");
  const [before = NaN, after = NaN] = [...body.matchAll(/(-?\d+(?:\.\d+)?),?\s*(?:\n|$)/g)].map(([, number]) =>
    Number(number),
  );
  if (kind === "MinLengthChange") return after > before;
  if (kind === "MaxLengthChange") return after < before;
  return kind === "RangeChange" && rangeBreaks(body, before, after);
}

function rangeBreaks(body: string, before: number, after: number): boolean {
  const [from = "", to = ""] = [...body.matchAll(/(Exclusive)?(Minimum|Maximum)/g)].map(([whole]) => whole);
  const rises = before >= after;
  if (from.endsWith("Minimum") && (from === to || to === "Minimum")) return !rises;
  if (from.endsWith("Maximum") && (from === to || to === "Maximum")) return before > after;
  return true;
}
