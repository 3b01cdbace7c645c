/** What a suite comes to: how often we agree, and in which of four ways we don't. */
import type { Change, ChangeClass } from "@freehold/interfaces";

export type Label = "breaking" | "compatible";

export interface Judged {
  readonly name: string;
  readonly label: Label;
  readonly ours: ChangeClass;
  /** Our findings, for who asks why. */
  readonly said: readonly string[];
}

export interface Tally {
  readonly suite: string;
  readonly cases: readonly Judged[];
}

/** The worst class among changes; nothing changed is compatible. */
export function classOf(changes: readonly Change[]): ChangeClass {
  if (changes.some((change) => change.class === "breaking")) return "breaking";
  return changes.some((change) => change.class === "unknown") ? "unknown" : "compatible";
}

export function sayings(changes: readonly Change[]): readonly string[] {
  return changes.map((change) => `${change.class} ${change.rule}: ${change.message}`);
}

function counts({ cases }: Tally) {
  const of = (label: Label, ours: ChangeClass) =>
    cases.filter((one) => one.label === label && one.ours === ours).length;
  const breaking = cases.filter(({ label }) => label === "breaking").length;
  return {
    cases: cases.length,
    breaking,
    compatible: cases.length - breaking,
    falseCompatible: of("breaking", "compatible"),
    falseBreaking: of("compatible", "breaking"),
    unknownOfBreaking: of("breaking", "unknown"),
    unknownOfCompatible: of("compatible", "unknown"),
  };
}

/** Every disagreement with what we said, then one line of figures. */
export function print(tally: Tally): void {
  for (const { name, label, ours, said } of tally.cases) {
    if (label === ours) continue;
    process.stdout.write(`\n${label} -> ${ours}  ${name}\n${said.map((one) => `  ${one}\n`).join("")}`);
  }
  const is = counts(tally);
  process.stdout.write(
    `\n${tally.suite}: ${is.cases} cases, ${is.breaking} breaking, ${is.compatible} compatible by the suite\n` +
      `false compatible  ${percent(is.falseCompatible, is.breaking)}\n` +
      `false breaking    ${percent(is.falseBreaking, is.compatible)}\n` +
      `unknown           ${is.unknownOfBreaking} of the breaking, ${is.unknownOfCompatible} of the compatible\n`,
  );
}

function percent(n: number, total: number): string {
  return `${n} of ${total} (${((100 * n) / Math.max(total, 1)).toFixed(1)} %)`;
}
