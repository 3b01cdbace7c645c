/** A check that an organisation writes in its standard. */
import type { StandardCheck } from "@freehold/model";
import type { Check, CheckContext, Outcome } from "../check.ts";
import { failed, passed, unknown } from "../outcome.ts";
import type { Expression } from "./expression.ts";
import { modelOf } from "./model.ts";

/** The evidence is the rule itself, which anyone can open. */
export function ownCheck(name: string, written: StandardCheck, passes: Expression, path: string, line: number): Check {
  const title = written.title ?? name;
  return {
    name,
    title,
    looksAt: written.passes ?? "",
    mend: written.mend ?? `Make this true: ${written.passes ?? ""}`,
    source: written.source ?? path,
    effort: "hours",
    run(context: CheckContext): Outcome {
      const answer = passes(modelOf(context));
      const rule = { path, line, detail: (written.passes ?? "").slice(0, 200) };
      if (answer.value === undefined) return unknown(`${title}: ${answer.reason}`, [rule]);
      return answer.value ? passed(title, [rule]) : failed(written.detail ?? `Not so: ${title}`, [rule]);
    },
  };
}
