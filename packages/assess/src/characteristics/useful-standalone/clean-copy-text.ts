import type { CleanCopyStep } from "@freehold/model";
import type { CheckContext, Outcome } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";

export const CLEAN_COPY =
  "An optional run in a copy of its own folder, with what its manifests declare and nothing else (`freehold assess <product> --clean-copy`); without network while it builds and tests.";

/** The reason stands above the stack of calls that led to it. */
const LINES = 25;

/** What a run in a clean copy said of one step, over all folders of the product; unknown until somebody asks for a run. */
export function cleanCopyOutcome(step: CleanCopyStep["step"], { facts, at, repository }: CheckContext): Outcome {
  const run = facts?.cleanCopy;
  if (run === undefined && facts?.size.sourceFiles === 0) return notApplicable("It has no source.");
  if (run === undefined)
    return unknown("Nobody asked for a run in a clean copy (`freehold assess <product> --clean-copy`).");
  const said = run.steps.filter((one) => one.step === step);
  const worst = (["failed", "unknown", "passed"] as const).map((result) => said.find((one) => one.result === result));
  const found = worst.find((one) => one !== undefined) ?? said[0];
  if (found === undefined) return unknown("The run in a clean copy did not come that far.");
  const { folder, detail, tail = "", result } = found;
  const commit = run.revision ?? repository?.revision;
  const sight = {
    ...at(
      folder === "" ? "." : folder,
      undefined,
      `${run.network}; ${run.files} files, run on ${run.ranAt.slice(0, 10)}`,
    ),
    ...(commit === undefined ? {} : { commit }),
  };
  const log = tail
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(-LINES)
    .map((line) => ({ detail: line }));
  if (result === "passed") return passed(detail, [sight]);
  if (result === "failed") return failed(detail, [sight, ...log]);
  return result === "unknown" ? unknown(detail, [sight, ...log]) : notApplicable(detail, [sight]);
}
