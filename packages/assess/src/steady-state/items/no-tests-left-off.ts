import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** A test that is switched off says nothing, and whoever comes next believes that it does. */
export const noTestsLeftOff: SteadyStateItem = {
  id: "no-tests-left-off",
  title: "No test has been switched off for three months",
  mend: "Mend the tests that the evidence names and switch them on again, or remove them.",
  run({ facts, at }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const { halfDone, size } = facts;
    if (halfDone === undefined) return unknown("Whether tests are switched off was not read; scan again.");
    const { count, left, places } = halfDone.testsOff;
    const { firstTest } = size;
    if (count === 0 && firstTest === undefined) return notApplicable("It has no tests of its own.");
    const evidence = places.map(({ path, line, text }) => at(path, line, text));
    if (count === 0) return passed("None of its tests is switched off.", [at(firstTest ?? "")]);
    if (left === undefined) return unknown(`${count} are switched off; since when is not known.`, evidence);
    return left === 0
      ? passed(`${count} are switched off, and none of them was three months ago.`, evidence)
      : failed(`${left} of its tests, or groups of them, are switched off for three months.`, evidence);
  },
};
