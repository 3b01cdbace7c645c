/** Which places `freehold-ignore` comments leave out, which of the comments are of use, and what is wrong with others. */
import {
  type AcceptedViolation,
  type Evidence,
  type IgnoreComment,
  type Problem,
  type Violation,
} from "@freehold/model";
import type { IsLeftOut } from "@freehold/portfolio";
import { closest } from "../closest.ts";
import type { BoundaryFacts } from "./boundaries.ts";

/** The rules that are about lines of code; the others are about charters and mended there. */
const IGNORABLE: readonly Violation["rule"][] = [
  "entry-bypassed",
  "cycle",
  "undeclared-dependency",
  "layer",
  "private-used",
];

interface Placed {
  readonly comment: IgnoreComment;
  readonly rule: string;
  readonly repository: string;
  readonly path: string;
}

export interface IgnoredPlaces {
  readonly any: boolean;
  /** Takes note of the comments that it meets. */
  readonly isLeftOut: IsLeftOut;
  /** A violation that is no more, with the comment that left it out. */
  readonly accept: (violation: Violation) => AcceptedViolation[];
  /** Ask when all violations are known. */
  problems(): Problem[];
}

export function openIgnores(facts: readonly BoundaryFacts[]): IgnoredPlaces {
  const placed = facts.flatMap(({ repository, ignores }) =>
    [...ignores].flatMap(([path, comments]) =>
      comments.map((comment): Placed => ({ comment, rule: comment.rule.replace(/^check\//, ""), repository, path })),
    ),
  );
  const valid = placed.filter(({ rule, comment }) => isIgnorable(rule) && comment.reason !== undefined);
  const byPlace = new Map(valid.map((one) => [`${one.repository}:${one.path}:${one.comment.about} ${one.rule}`, one]));
  const met = new Set<Placed>();
  const find = (rule: string, { repository, path, line }: Evidence) =>
    byPlace.get(`${repository ?? ""}:${path ?? ""}:${line ?? ""} ${rule}`);
  return {
    any: valid.length > 0,
    isLeftOut: (rule, place) => {
      const found = find(rule, place);
      if (found !== undefined) met.add(found);
      return found !== undefined;
    },
    accept: (violation) => {
      const found =
        violation.evidence.map((place) => find(violation.rule, place)).find((one) => one !== undefined) ??
        [...met].find(({ rule }) => rule === violation.rule);
      if (found === undefined) return [];
      const { comment, path } = found;
      return [{ ...violation, accepted: { by: "comment", reason: comment.reason ?? "", path, line: comment.line } }];
    },
    problems: () => placed.flatMap((one) => problemOf(one, met.has(one)) ?? []),
  };
}

function isIgnorable(rule: string): rule is Violation["rule"] {
  return (IGNORABLE as readonly string[]).includes(rule);
}

function problemOf({ comment, rule, repository, path }: Placed, met: boolean): Problem | undefined {
  const place = { repository, path, line: comment.line };
  if (!isIgnorable(rule)) {
    const near = closest(rule, [...IGNORABLE]);
    return {
      code: "ignore/unknown-rule",
      severity: "error",
      message:
        rule === "" ? "an ignore comment names no rule" : `\`${comment.rule}\` is no rule that a comment can ignore`,
      hint: near === undefined ? `One of: ${IGNORABLE.join(", ")}.` : `Did you mean \`${near}\`?`,
      ...place,
    };
  }
  if (comment.reason === undefined) {
    const hint = `Say why, or it counts for nothing: freehold-ignore ${comment.rule}: the reason`;
    const message = `ignoring \`${comment.rule}\` needs a reason`;
    return { code: "ignore/without-reason", severity: "error", message, hint, ...place };
  }
  if (met) return undefined;
  const message = `there is no \`${comment.rule}\` to ignore on line ${comment.about}`;
  return { code: "ignore/unused", severity: "warning", message, hint: "Remove the comment.", ...place };
}
