import type { Check } from "../../check.ts";
import { atLeast, notApplicable, unknown } from "../../outcome.ts";

/** A place to ask where nobody answers is worse than none: people wait there. */
export const questionsAnswered: Check = {
  name: "questions-answered",
  title: "Who asks gets an answer",
  looksAt:
    "Issues that people opened in the imported period (`freehold scan --imported`), of this product or else of its repository: how many have an answer by somebody else. Those without one count.",
  mend: "Answer those that wait longest, if only to say what will not be done.",
  source:
    "Doctrine D6; CHAOSS, Time to First Response and Change Request Closure Ratio: the unanswered are not left out, or ignoring people would look fast.",
  thresholds: {
    share: "Share of what was opened that has an answer, at least.",
    issues: "Issues opened in the period at least, to say anything.",
  },
  effort: "hours",
  run({ facts, repositoryFacts, product, threshold }) {
    const issues = facts?.issues ?? repositoryFacts?.hosted?.issues;
    if (issues === undefined) return unknown("No issues were imported.");
    const { opened, answered, answeredWithin7Days, medianHours, open, since, importedAt, source, url } = issues;
    if (opened < threshold("issues"))
      return notApplicable(`${opened} issues were opened since ${since.slice(0, 10)}: too few to say anything.`);
    const whose = facts?.issues === undefined ? `${repositoryFacts?.repository ?? product.slug}: ` : "";
    const quick = answeredWithin7Days === undefined ? "" : `, ${answeredWithin7Days} within a week`;
    const median = medianHours === undefined ? "" : `, half within ${durationOf(medianHours)}`;
    const waiting = (issues.unanswered ?? []).map(({ title, url: page, openedAt }) => ({
      detail: `${page}  ${title}, waits since ${openedAt.slice(0, 10)}`,
    }));
    return atLeast(
      Math.round((100 * answered) / opened) / 100,
      threshold("share"),
      `${whose}of ${opened} issues opened since ${since.slice(0, 10)} ${answered} have an answer${quick}${median}; ${open} are open.`,
      [
        { detail: `imported from ${source} on ${importedAt.slice(0, 10)}${url === undefined ? "" : `: ${url}`}` },
        ...waiting,
      ],
    );
  },
};

function durationOf(hours: number): string {
  return hours < 48 ? `${Math.round(hours)} hours` : `${Math.round(hours / 24)} days`;
}
