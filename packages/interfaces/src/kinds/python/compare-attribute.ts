/** Attributes, constants and properties: what reading them gives, what may be set. */
import type { Comparison } from "./comparison.ts";
import type { PyAttribute } from "./model.ts";
import { isTypeVariable } from "./world.ts";

export function compareAttributes(
  both: Comparison,
  element: string,
  name: string,
  old: PyAttribute,
  young: PyAttribute,
): void {
  const report = (rule: string, answer: "breaking" | "compatible" | "unknown", message: string): void =>
    both.report(element, "changed", { rule, class: answer, message });
  access(name, old, young, report);
  if (!old.final && young.final && old.property === null)
    report("final-added", "breaking", `${name} may no longer be set`);
  else if (!old.final && young.final) report("final-added", "breaking", `${name} may no longer be overridden`);
  if (JSON.stringify(old.others) !== JSON.stringify(young.others) && old.others.length > 0)
    report("branch-changed", "unknown", `${name} is defined otherwise in another branch`);
  if (old.property === null && young.property === null) values(name, old, young, report);
  types(both, element, name, old, young);
}

type Report = (rule: string, answer: "breaking" | "compatible" | "unknown", message: string) => void;

function access(name: string, old: PyAttribute, young: PyAttribute, report: Report): void {
  const [was, is] = [old.property, young.property];
  if (was === null && is === null) {
    if (!old.instance && young.instance)
      report("instance-only", "unknown", `${name} is set on instances only: reading it from the class no longer works`);
    return;
  }
  if (is === null) {
    if (was?.writable === false)
      report("property-to-attribute", "compatible", `${name} is an attribute in place of a property`);
    return;
  }
  const writable = was === null ? !old.final : was.writable;
  if (writable && !is.writable) report("read-only", "breaking", `${name} is a property that can't be set`);
  else if (was === null && old.value !== null && !old.instance)
    report(
      "attribute-to-property",
      "unknown",
      `${name} is a property: reading it from the class gives the property itself`,
    );
  else if (was === null) report("attribute-to-property", "compatible", `${name} is a property that can be set`);
  else if (!was.writable && is.writable) report("setter-added", "compatible", `${name} can be set`);
}

/** What a module calls itself (`__version__`) is no promise. */
function values(name: string, old: PyAttribute, young: PyAttribute, report: Report): void {
  const [was, is] = [old.value, young.value];
  if (
    was === null ||
    (isTypeVariable(old) && isTypeVariable(young)) ||
    /(?:^|\.)__\w+__$/.test(name) ||
    old.instance ||
    young.instance
  )
    return;
  if (is === null) {
    report("value-removed", "breaking", `${name} has no value any more; it was ${was.text}`);
    return;
  }
  if (was.text === is.text) return;
  const known = was.literal && is.literal;
  report("value-changed", known ? "breaking" : "unknown", `${name} is ${is.text} in place of ${was.text}`);
}

/** Users read all of them, and may set some. */
function types(both: Comparison, element: string, name: string, old: PyAttribute, young: PyAttribute): void {
  if (old.type === null || young.type === null) return;
  const constant =
    old.final || /(?:^|\.)[A-Z][A-Z\d_]*$/.test(name) || (old.property !== null && !old.property.writable);
  const [narrower, wider] = [both.narrowed(old.type, young.type), both.widened(old.type, young.type)];
  if (narrower === true && wider !== true && !constant)
    both.report(element, "changed", {
      rule: "attribute-narrowed",
      class: "unknown",
      message: `${name} is of a narrower type: who sets it may no longer`,
    });
  else both.given(element, name, old.type, young.type, "attribute");
}
