/** What to do next: failed checks as steps, those that raise most for their effort first. */
import type { CharacteristicResult, CheckOutcome, NextStep } from "@freehold/model";
import { effortOf, stepOf } from "./steps.ts";

/** Rough hours, only to order steps by what they bring for what they cost. */
const HOURS: Readonly<Record<NextStep["effort"], number>> = { minutes: 0.5, hours: 4, days: 20, weeks: 100 };

export function nextSteps(characteristics: readonly CharacteristicResult[]): NextStep[] {
  const total = characteristics.reduce((sum, { score, weight }) => sum + (score === undefined ? 0 : weight), 0);
  const failed = characteristics.flatMap((characteristic) =>
    characteristic.checks
      .filter(({ result }) => result === "failed")
      .map((check) => ({ check, characteristic, raise: check.weight / askedWeight(characteristic) })),
  );
  const steps = [...Map.groupBy(failed, ({ check }) => check.step ?? check.check)].map(([id, group]): NextStep => {
    const raises = new Map<string, number>();
    for (const { characteristic, raise } of group) {
      raises.set(characteristic.id, (raises.get(characteristic.id) ?? 0) + raise);
    }
    const known = stepOf(id);
    const first = group[0]?.check;
    return {
      step: id,
      title: known?.title ?? first?.mend ?? id,
      why: group.map(({ check }) => check.detail),
      checks: group.map(({ check }) => check.check),
      effort: known?.effort ?? effortOf(first?.check ?? ""),
      raises: [...raises].map(([characteristic, by]) => ({ characteristic, by })),
      gain: group.reduce((sum, { characteristic, raise }) => sum + (raise * characteristic.weight) / total, 0),
      draft: known?.draft !== undefined,
    };
  });
  return steps.sort((a, b) => b.gain / HOURS[b.effort] - a.gain / HOURS[a.effort] || (a.step < b.step ? -1 : 1));
}

function askedWeight({ checks }: CharacteristicResult): number {
  return checks.reduce((sum: number, { result, weight }: CheckOutcome) => {
    return sum + (result === "not-applicable" ? 0 : weight);
  }, 0);
}
