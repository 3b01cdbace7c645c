/** A check before and after somebody did what it says: it must fail first and pass then. */
import { expect, test } from "vitest";
import { outcomeOf, type Sample } from "./sample.ts";

export type Mending = readonly [check: string, failing: Sample, mended: Sample];

export function testMendings(characteristic: string, cases: readonly Mending[]): void {
  test.each(cases)("%s fails, and passes once it is mended", (check, failing, mended) => {
    const before = outcomeOf(`${characteristic}/${check}`, failing);
    expect(before, before.detail).toMatchObject({ result: "failed" });
    expect(before.mend).toBeDefined();
    const after = outcomeOf(`${characteristic}/${check}`, mended);
    expect(after, after.detail).toMatchObject({ result: "passed" });
    for (const { evidence } of [before, after]) expect(evidence.length).toBeGreaterThan(0);
  });
}
