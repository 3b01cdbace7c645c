/** Where enough makes no sense, the thing is no product in this form: a component of one, or a process. */
import type { CharacteristicResult, ProductAssessment, ProductKind } from "@freehold/model";
import type { CompiledStandard } from "./standard/compiled.ts";

/** Only what its owner says makes no sense counts, never what the standard does not ask. */
export function suggestedKind(
  kind: ProductKind,
  characteristics: readonly CharacteristicResult[],
  { makesNoSense }: CompiledStandard,
): ProductAssessment["suggestedKind"] {
  if (kind !== "product") return undefined;
  const checks = characteristics.flatMap((one) => one.checks);
  const said = checks.filter(({ excused }) => excused?.by === "makes-no-sense");
  const asked = checks.filter(({ result, excused }) => result !== "not-applicable" || excused !== undefined);
  const share = asked.length === 0 ? 0 : said.length / asked.length;
  const why = `Its charter says of ${said.length} of ${asked.length} checks that they make no sense for it`;
  if (share >= makesNoSense.process) return { kind: "process", why };
  return share >= makesNoSense.component ? { kind: "component", why } : undefined;
}
