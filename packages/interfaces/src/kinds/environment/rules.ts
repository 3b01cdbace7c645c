/** What a change of the variables that a program reads breaks for whoever runs it. */
import { toolThatSets } from "./set-by-tools.ts";
import { isList } from "../../containment/json.ts";
import type { Json, ShapedElement } from "../../kind.ts";
import { type ComparisonRules, defaultChange, fieldsOf, type Finding, shown } from "../../promise.ts";

type Fields = { readonly [key: string]: Json };

export const rules: ComparisonRules = {
  kind: "environment",
  removed: (old) =>
    old.kind === "unread"
      ? { rule: "unread-removed", class: "unknown", message: `${old.name}: what was not known is gone or is read now` }
      : {
          rule: "variable-removed",
          // Those who leave it to the tool that sets it notice nothing.
          class: toolThatSets(old.name) === undefined ? "breaking" : "unknown",
          message: `setting ${old.name} has no effect any more`,
        },
  added: (young) => {
    if (young.kind === "unread")
      return { rule: "unread-added", class: "unknown", message: `${young.name} are read, and not known` };
    if (fieldsOf(young)["required"] === "perhaps")
      return { rule: "variable-required-added", class: "unknown", message: `${young.name} must be set in some cases` };
    return fieldsOf(young)["required"] === true
      ? { rule: "variable-required-added", class: "breaking", message: `${young.name} must be set` }
      : { rule: "variable-added", class: "compatible", message: `${young.name} can be set` };
  },
  changed: (old, young) => {
    const [was, is] = [fieldsOf(old), fieldsOf(young)];
    return [
      ...required(young, was, is),
      ...values(young.name, was, is),
      ...defaultChange(`where it is not set, ${young.name}`, was, is),
    ];
  },
};

function required({ name }: ShapedElement, was: Fields, is: Fields): Finding[] {
  if (was["required"] === is["required"]) return [];
  if (is["required"] === "perhaps" && was["required"] === false)
    return [{ rule: "made-required", class: "unknown", message: `${name} must be set in some cases now` }];
  return is["required"] === true
    ? [{ rule: "made-required", class: "breaking", message: `${name} must be set now` }]
    : [{ rule: "made-optional", class: "compatible", message: `${name} need not be set any more` }];
}

function values(name: string, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  if (was["type"] !== is["type"])
    findings.push(
      is["type"] === undefined
        ? {
            rule: "type-removed",
            class: "compatible",
            message: `${name} is checked to be ${shown(was["type"])} no more`,
          }
        : { rule: "type-changed", class: "breaking", message: `${name} must be ${shown(is["type"])} now` },
    );
  const [old, young] = [was["choices"], is["choices"]];
  if (young === undefined && old !== undefined)
    findings.push({ rule: "choices-removed", class: "compatible", message: `${name} may be any text` });
  if (!isList(young)) return findings;
  const gone = isList(old) ? old.filter((one) => !young.includes(one)) : [];
  const fresh = isList(old) ? young.filter((one) => !old.includes(one)) : [];
  if (!isList(old))
    findings.push({
      rule: "choices-added",
      class: "breaking",
      message: `${name} may only be ${young.map(shown).join(", ")}`,
    });
  if (gone.length > 0)
    findings.push({
      rule: "choice-removed",
      class: "breaking",
      message: `${name} may not be ${gone.map(shown).join(", ")} any more`,
    });
  if (fresh.length > 0)
    findings.push({
      rule: "choice-added",
      class: "compatible",
      message: `${name} may be ${fresh.map(shown).join(", ")}`,
    });
  return findings;
}
