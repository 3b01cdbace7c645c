import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** An example that does not even parse has not been tried since it was written. */
export const examplesParse: Check = {
  name: "examples-parse",
  title: "The code in its documents parses",
  looksAt:
    "Fenced code in its documents that says it is JavaScript, TypeScript, JSON, YAML or TOML. Excerpts are tried where they could stand; what leaves something out is not judged.",
  mend: "Mend the blocks that the evidence names, or mark as `text` what is no code.",
  source: "Doctrine D5: examples that still compile or parse.",
  thresholds: {
    broken:
      "Share of the blocks that could be judged which do not parse, at most. One in fifty allows for the signatures that generators of reference pages invent.",
  },
  effort: "hours",
  run({ facts, threshold, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const blocks = facts.documents.flatMap(({ path, code }) =>
      code.filter(({ state }) => state !== "unknown").map((block) => ({ path, ...block })),
    );
    const own = blocks.filter(({ state }) => state === "broken");
    const judged = blocks.length + (facts.guides?.codeChecked ?? 0);
    if (judged === 0) return notApplicable("Its documents have no code in a language that can be parsed here.");
    const broken = [...own, ...(facts.guides?.broken ?? [])];
    const count = own.length + (facts.guides?.brokenCount ?? 0);
    const whole = blocks[0]?.path ?? facts.guides?.paths[0] ?? "";
    const evidence =
      count > 0
        ? broken
            .slice(0, 10)
            .map(({ path, line, language, message }) => at(path, line, `${language}: ${message ?? ""}`))
        : [at(whole, undefined, `${judged} blocks`)];
    return atMost(
      Math.round((count / judged) * 1000) / 1000,
      threshold("broken"),
      `${count} of ${judged} blocks of code do not parse.`,
      evidence,
    );
  },
};
