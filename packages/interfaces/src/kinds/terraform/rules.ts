/** What a change of a module breaks for those who call it. */
import { canonical, isList } from "../../containment/json.ts";
import type { Json, ShapedElement } from "../../kind.ts";
import { type ComparisonRules, fieldsOf, type Finding, shown } from "../../promise.ts";
import { refusals, type Type, typeText } from "./types.ts";
import { compareConstraints, lowersTop, lowestMajor } from "./versions.ts";

type Fields = ReturnType<typeof fieldsOf>;

export const rules: ComparisonRules = {
  kind: "terraform",
  removed: ({ kind, name }) => {
    if (kind === "terraform") return safe("terraform-removed", "it asks for no version of Terraform any more");
    if (kind === "provider") return safe("provider-removed", `the provider ${name} is needed no more`);
    return broken(`${kind}-removed`, `the ${kind} ${name} is gone`);
  },
  added: (young) => added(young),
  changed: (old, young) => {
    const [was, is] = [fieldsOf(old), fieldsOf(young)];
    if (young.kind === "variable") return variableChanges(young.name, was, is);
    if (young.kind === "output") return outputChanges(young.name, was, is);
    if (young.kind === "terraform") return [terraformChange(shown(was["version"]), shown(is["version"]))];
    return providerChanges(young.name, was, is);
  },
};

function broken(rule: string, message: string): Finding {
  return { rule, class: "breaking", message };
}

function safe(rule: string, message: string): Finding {
  return { rule, class: "compatible", message };
}

function unsure(rule: string, message: string): Finding {
  return { rule, class: "unknown", message };
}

function added(young: ShapedElement): Finding {
  const { kind, name, signature, structure } = young;
  const fields = fieldsOf(young);
  if (kind === "variable") {
    if (structure !== undefined && fields["default"] === null)
      return broken("required-variable-added", `the variable ${name} must be given`);
    return safe("variable-added", `the variable ${name} is new`);
  }
  // Any version did before.
  if (kind === "terraform") return broken("terraform-added", `it needs ${signature}`);
  if (kind === "provider") {
    if (isList(fields["aliases"]) && fields["aliases"].length > 0)
      return broken("provider-added", `callers must pass the provider ${name}`);
    return unsure("provider-added", `it needs the provider ${name}, which its caller may have to configure`);
  }
  return safe(`${kind}-added`, `the ${kind} ${name} is new`);
}

function variableChanges(name: string, was: Fields, is: Fields): Finding[] {
  return [
    ...typeChanges(name, was, is),
    ...defaultChanges(name, was, is),
    ...nullChanges(name, was, is),
    ...secrecy(name, was, is),
    ...validationChanges(name, was, is),
  ];
}

function typeChanges(name: string, was: Fields, is: Fields): Finding[] {
  const [old, young] = [was["type"], is["type"]] as unknown as [Type, Type];
  const found = refusals(old, young);
  if (found.length > 0)
    return found.map((one) => ({
      rule: one.class === "breaking" ? "variable-type" : "variable-meaning",
      class: one.class,
      message: `${name}${one.at} ${one.message}`,
    }));
  const differs = canonical(old as unknown as Json) !== canonical(young as unknown as Json);
  return differs ? [safe("variable-type-wider", `${name} takes ${typeText(young)}`)] : [];
}

function defaultChanges(name: string, was: Fields, is: Fields): Finding[] {
  const [before, after] = [was["default"] ?? null, is["default"] ?? null];
  if (before === after) return [];
  if (after === null) return [broken("default-removed", `${name} must be given`)];
  if (before === null) return [safe("default-added", `${name} need not be given`)];
  return [unsure("variable-default", `${name} is ${shown(after)} by default, in place of ${shown(before)}`)];
}

function nullChanges(name: string, was: Fields, is: Fields): Finding[] {
  if (was["nullable"] === is["nullable"]) return [];
  if (is["nullable"] === true)
    return [unsure("variable-nullable", `${name} may be null now, where null meant its default`)];
  return is["default"] === null
    ? [broken("variable-not-nullable", `${name} may be null no more`)]
    : [unsure("variable-not-nullable", `null for ${name} means its default now`)];
}

/** Secrets must be declared by callers as well; what is ephemeral may be used in few places. */
function secrecy(name: string, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  if (was["sensitive"] !== is["sensitive"])
    findings.push(
      is["sensitive"] === true
        ? unsure("variable-sensitive", `${name} is sensitive now, and what is made of it`)
        : safe("variable-sensitive", `${name} is sensitive no more`),
    );
  if (was["ephemeral"] !== is["ephemeral"])
    findings.push(
      is["ephemeral"] === true
        ? safe("variable-ephemeral", `${name} may be ephemeral now`)
        : broken("variable-ephemeral", `${name} may be ephemeral no more`),
    );
  return findings;
}

function validationChanges(name: string, was: Fields, is: Fields): Finding[] {
  const [before, after] = [texts(was["validations"]), texts(is["validations"])];
  const lost = before.filter((one) => !after.includes(one));
  const gained = after.filter((one) => !before.includes(one));
  if (lost.length === 0 && gained.length === 0) return [];
  if (gained.length === 0) return [safe("validation-removed", `${name} is checked less`)];
  const [old, young] = [allowed(was["allowed"]), allowed(is["allowed"])];
  if (before.length === 1 && after.length === 1 && old !== undefined && young !== undefined) {
    const refused = old.filter((one) => !young.includes(one));
    if (refused.length > 0) return [broken("validation-narrower", `${name} may not be ${refused.join(", ")} any more`)];
    return [safe("validation-wider", `${name} may be more`)];
  }
  if (lost.length === 0) return [broken("validation-added", `${name} must meet ${gained.join(" and ")}`)];
  return [unsure("validation-changed", `${name} must meet ${gained.join(" and ")}, in place of ${lost.join(" and ")}`)];
}

function texts(value: Json | undefined): string[] {
  return isList(value) ? value.filter((one) => typeof one === "string") : [];
}

/** Of the one condition that lists what is allowed. */
function allowed(value: Json | undefined): string[] | undefined {
  const [first] = isList(value) ? value : [];
  return isList(first) ? first.map((one) => canonical(one)) : undefined;
}

function outputChanges(name: string, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  const [before, after] = [was["value"], is["value"]];
  if (before !== after && before !== "unknown" && after !== "unknown")
    findings.push(broken("output-type", `the output ${name} is a ${shown(after)} in place of a ${shown(before)}`));
  if (shown(was["conditions"]) !== shown(is["conditions"]))
    findings.push(unsure("output-condition", `the output ${name} is given under other conditions: else the run fails`));
  for (const key of ["sensitive", "ephemeral"]) {
    if (was[key] === is[key]) continue;
    findings.push(
      is[key] === true
        ? broken(`output-${key}`, `the output ${name} is ${key} now: callers must treat it so`)
        : safe(`output-${key}`, `the output ${name} is ${key} no more`),
    );
  }
  return findings;
}

function terraformChange(was: string, is: string): Finding {
  const message = `it needs Terraform ${is} in place of ${was}`;
  const order = compareConstraints(was, is);
  if (order === "unknown") return unsure("terraform-version", message);
  return order === "wider" ? safe("terraform-version", message) : broken("terraform-version", message);
}

function providerChanges(name: string, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  if (was["source"] !== is["source"])
    findings.push(
      broken("provider-source", `the provider ${name} is ${shown(is["source"])} in place of ${shown(was["source"])}`),
    );
  const gained = texts(is["aliases"]).filter((one) => !texts(was["aliases"]).includes(one));
  const lost = texts(was["aliases"]).filter((one) => !texts(is["aliases"]).includes(one));
  if (gained.length > 0)
    findings.push(broken("provider-alias-added", `callers must pass the providers ${gained.join(", ")}`));
  if (lost.length > 0)
    findings.push(broken("provider-alias-removed", `callers may not pass the providers ${lost.join(", ")}`));
  const [before, after] = [was["version"], is["version"]].map((one) => (typeof one === "string" ? one : ""));
  if (before !== after) findings.push(providerVersion(name, before ?? "", after ?? ""));
  return findings;
}

/** Raised within a major version, callers get along by an upgrade that is meant to break nothing. */
function providerVersion(name: string, was: string, is: string): Finding {
  const message = `it needs ${name} ${is || "of any version"} in place of ${was || "any version"}`;
  const order = compareConstraints(was || ">= 0", is || ">= 0");
  if (order === "wider") return safe("provider-version", message);
  if (order === "unknown") return unsure("provider-version", message);
  const higher = lowestMajor(is) > lowestMajor(was) || lowersTop(was, is);
  return higher
    ? broken("provider-major", message)
    : unsure("provider-version", `${message}: an upgrade within the major version`);
}
