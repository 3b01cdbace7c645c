/** What a change of an action breaks for the workflows that use it. */
import type { ShapedElement } from "../../kind.ts";
import { type ComparisonRules, defaultChange, fieldsOf, type Finding, shown } from "../../promise.ts";

export const rules: ComparisonRules = {
  kind: "github-action",
  removed: ({ kind, name }) => ({ rule: `${kind}-removed`, class: "breaking", message: `the ${kind} ${name} is gone` }),
  added: (young) =>
    fieldsOf(young)["required"] === true
      ? {
          rule: `${young.kind}-required-added`,
          class: "breaking",
          message: `the new ${young.kind} ${young.name} must be given`,
        }
      : { rule: `${young.kind}-added`, class: "compatible", message: `the ${young.kind} ${young.name} is new` },
  changed: (old, young) => (old.kind === "action" || old.kind === "workflow" ? runtime(old, young) : input(old, young)),
};

/** A newer Node runs the same action, on runners that have it; another family may need another runner. */
function runtime(old: ShapedElement, young: ShapedElement): Finding[] {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  const [from, to] = [shown(was["runtime"]), shown(is["runtime"])];
  if (was["using"] !== is["using"])
    return [
      {
        rule: "runtime-changed",
        class: "breaking",
        message: `it runs using ${to} in place of ${from}: other runners are needed`,
      },
    ];
  const raised = Number(to.replace(/\D/g, "")) > Number(from.replace(/\D/g, ""));
  return raised
    ? [
        {
          rule: "runtime-raised",
          class: "unknown",
          message: `it runs using ${to} in place of ${from}: older self-hosted runners lack it`,
        },
      ]
    : [
        {
          rule: "runtime-lowered",
          class: "unknown",
          message: `it runs using ${to} in place of ${from}: runners drop old versions`,
        },
      ];
}

function input(old: ShapedElement, young: ShapedElement): Finding[] {
  const [was, is] = [fieldsOf(old), fieldsOf(young)];
  const findings: Finding[] = [];
  if (was["required"] !== true && is["required"] === true)
    findings.push({
      rule: "made-required",
      class: "breaking",
      message: `${young.kind} ${young.name} must be given now`,
    });
  if (was["required"] === true && is["required"] !== true)
    findings.push({
      rule: "made-optional",
      class: "compatible",
      message: `${young.kind} ${young.name} need not be given any more`,
    });
  if (was["type"] !== is["type"]) findings.push(typeChange(young, shown(was["type"]), shown(is["type"])));
  findings.push(...defaultChange(`without a value, ${young.kind} ${young.name}`, was, is));
  return findings;
}

/** A string takes what a number or a boolean was given as; the reverse does not. */
function typeChange({ kind, name }: ShapedElement, from: string, to: string): Finding {
  const wider = to === "string";
  return {
    rule: "type-changed",
    class: wider ? "compatible" : "breaking",
    message: `${kind} ${name} is of type ${to} in place of ${from}`,
  };
}
