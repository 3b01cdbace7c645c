import type { Check } from "../../check.ts";
import { atMost, notApplicable, unknown } from "../../outcome.ts";

/** Bytes of source a line, blank ones and comments counted: 33 to 38 over the repositories measured (docs/checks.md). */
export const BYTES_A_LINE = 35;
/** 1,500 function points of about 53 lines: what one person looks after (Jones; QSM function point languages table). */
export const SCOPE_LINES = 80_000;

/** Small enough to see all around: what one person can look after. */
export const sizeFitsAHead: Check = {
  name: "size-fits-a-head",
  title: "One person can look after all of it",
  looksAt: `Bytes of its source, tests, examples and copies left out, at ${BYTES_A_LINE} bytes a line.`,
  mend: "Split off a part that has users of its own; `freehold scan` lists hidden candidates in it.",
  source:
    "Doctrine D8. Jones, Applied Software Measurement, 2008: one person maintains about 1,500 function points; QSM counts about 53 lines of Java or JavaScript to one.",
  thresholds: { lines: "Lines of source at most." },
  effort: "weeks",
  run({ facts, at, missing, threshold }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const { size } = facts;
    if (size.sourceFiles === 0) return notApplicable("It has no source.", [missing("no source files")]);
    const lines = Math.round(size.sourceBytes / BYTES_A_LINE);
    const evidence = size.largest.map(({ path, bytes }) =>
      at(path, undefined, `${bytes.toLocaleString("en-US")} bytes`),
    );
    const detail = `About ${lines.toLocaleString("en-US")} lines in ${size.sourceFiles} source files.`;
    return atMost(lines, threshold("lines"), detail, evidence);
  },
};
