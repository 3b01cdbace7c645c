import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

/** Why it is built this way is forgotten first, and asked for longest. */
export const decisionsRecorded: Check = {
  name: "decisions-recorded",
  title: "Decisions are recorded with their reasons",
  looksAt:
    "Records of decisions in its folder or its repository (`decisions`, `adr`, `rfcs`), or a section about design or reasons in its documents.",
  mend: "Write the next decision as a record: what was decided, why, and what else was considered.",
  source: "Nygard, Documenting architecture decisions, 2011; doctrine S6 and D7.",
  effort: "hours",
  run({ product, portfolio, facts, repositoryFacts, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const records = facts.guides?.decisions ?? 0;
    if (records > 0)
      return passed(`It keeps ${records} records of decisions.`, [
        at(facts.guides?.paths.find((path) => /decision|adr|rfc/i.test(path)) ?? facts.guides?.paths[0] ?? ""),
      ]);
    for (const { path, headings } of facts.documents.filter(({ role }) => role !== "changelog")) {
      const found = headings.find(({ text }) =>
        /\b(?:design|architecture|rationale|philosophy|decisions?|principles|motivation|why)\b/i.test(text),
      );
      if (found !== undefined)
        return passed(`${path} has a section “${found.text}”.`, [at(path, found.line, found.text)]);
    }
    const around = repositoryFacts?.files?.find((path) =>
      /^(?:architecture|design|decisions?|adr|rfcs?)\b/i.test(path),
    );
    if (around !== undefined) return passed(`Its repository keeps ${around}.`, [at(around)]);
    const whole = portfolio.around(product);
    const guides = [facts.guides, whole === undefined ? undefined : portfolio.facts.get(whole.id)?.guides];
    const [guide] = guides.flatMap((one) => one?.reasoning ?? []);
    if (guide !== undefined)
      return passed(`${guide.path} has “${guide.text}”.`, [at(guide.path, guide.line, guide.text)]);
    return failed("Nothing says why it is built as it is.", [
      missing("no record of decisions, no section about design"),
    ]);
  },
};
