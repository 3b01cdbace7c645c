/** Two declarations of one name: what consumers of the old one may miss in the new one. */
import type {
  AliasDeclaration,
  ClassDeclaration,
  Declaration,
  EnumDeclaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  VariableDeclaration,
} from "../structure.ts";
import { compareBodies, selfType } from "./bodies.ts";
import { compareClasses } from "./classes.ts";
import { compareEnums } from "./enums.ts";
import type { Outcome } from "./outcome.ts";
import { compareTypes, finding, parametersOf } from "./side.ts";
import type { Pair } from "./side.ts";
import { compareCallables, functionType } from "./signatures.ts";
import { compareTypeParameters } from "./type-parameters.ts";

/** Compares all that one name declares, as a value and as a type. */
export function compareDeclarations(
  pair: Pair,
  old: readonly Declaration[],
  next: readonly Declaration[],
  name: string,
): Outcome[] {
  const outcomes: Outcome[] = [];
  outcomes.push(...meanings(pair, old, next, name));
  for (const declaration of old) {
    const same = next.find((other) => other.kind === declaration.kind);
    if (same !== undefined) outcomes.push(...compareSame(pair, declaration, same, name));
    else if (declaration.kind !== "namespace") outcomes.push(...compareOther(pair, declaration, next, name));
  }
  return outcomes;
}

export function isValue(declaration: Declaration): boolean {
  if (declaration.kind === "namespace") return Object.values(declaration.declarations).flat().some(isValue);
  return declaration.kind !== "interface" && declaration.kind !== "alias";
}

function isType(declaration: Declaration): boolean {
  return (
    declaration.kind === "class" ||
    declaration.kind === "enum" ||
    declaration.kind === "interface" ||
    declaration.kind === "alias"
  );
}

function meanings(pair: Pair, old: readonly Declaration[], next: readonly Declaration[], name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const { element } = pair;
  if (old.some(isValue) && !next.some(isValue))
    outcomes.push(finding("value-removed", "breaking", element, `${name} is a type alone now`));
  if (old.some(isType) && !next.some(isType))
    outcomes.push(finding("type-removed", "breaking", element, `${name} is a value alone now`));
  const gains = (test: (declaration: Declaration) => boolean): boolean => !old.some(test) && next.some(test);
  if (gains(isValue) || gains(isType)) {
    const gained = gains(isValue) ? "value" : "type";
    outcomes.push(
      finding(
        "meaning-added",
        "unknown",
        element,
        `${name} is a ${gained} too now: conflicts where consumers declared their own beside it`,
      ),
    );
  }
  if (old.some((item) => item.kind === "namespace") && !next.some((item) => item.kind === "namespace")) {
    outcomes.push(finding("namespace-removed", "breaking", element, `${name} is no namespace any more`));
  }
  return outcomes;
}

function compareSame(pair: Pair, old: Declaration, next: Declaration, name: string): Outcome[] {
  switch (old.kind) {
    case "function":
      return compareFunctions(pair, old, next as FunctionDeclaration, name);
    case "variable":
      return compareVariables(pair, old, next as VariableDeclaration, name);
    case "class":
      return compareClasses(pair, old, next as ClassDeclaration, name);
    case "interface":
      return compareBodies(pair, old, next as InterfaceDeclaration, name);
    case "alias":
      return compareAliases(pair, old, next as AliasDeclaration, name);
    case "enum":
      return compareEnums(pair, old, next as EnumDeclaration, name);
    default:
      // Members of a namespace are elements of their own.
      return [];
  }
}

function compareFunctions(pair: Pair, old: FunctionDeclaration, next: FunctionDeclaration, name: string): Outcome[] {
  return compareCallables(pair, {
    old: old.signatures,
    new: next.signatures,
    oldOuter: [],
    newOuter: [],
    sign: 1,
    element: pair.element,
    name,
  });
}

function compareVariables(pair: Pair, old: VariableDeclaration, next: VariableDeclaration, name: string): Outcome[] {
  const message = `${name} is ${next.type.text} in place of ${old.type.text}`;
  return compareTypes(pair, {
    old: old.type,
    new: next.type,
    oldParameters: [],
    newParameters: [],
    sign: 1,
    rule: "value-type",
    element: pair.element,
    message,
    // A constant such as a version string has its value as its type; few consumers rely on which.
    ...(isLiteral(old.type.text) && isLiteral(next.type.text) && { otherwise: "unknown" as const }),
  });
}

function isLiteral(text: string): boolean {
  return /^(?:"[^"]*"|-?\d[\d.e+]*)$/.test(text);
}

function compareAliases(pair: Pair, old: AliasDeclaration, next: AliasDeclaration, name: string): Outcome[] {
  if (old.object !== undefined && next.object !== undefined) return compareBodies(pair, old.object, next.object, name);
  return [
    ...compareTypeParameters(pair, parametersOf(old), parametersOf(next), {
      element: pair.element,
      name,
      sign: pair.sign,
    }),
    ...compareTypes(pair, {
      old: old.type,
      new: next.type,
      oldParameters: parametersOf(old),
      newParameters: parametersOf(next),
      sign: pair.sign,
      rule: "type-changed",
      element: pair.element,
      message: `${name} is ${next.type.text} in place of ${old.type.text}`,
    }),
  ];
}

/** Declarations of different kinds under one name. */
function compareOther(pair: Pair, old: Declaration, next: readonly Declaration[], name: string): Outcome[] {
  const { element } = pair;
  const types = next.find(isType);
  const values = next.find(isValue);
  const common = { oldParameters: parametersOf(old), element };
  if (old.kind === "interface" && types?.kind === "alias") {
    const whole = {
      ...common,
      newParameters: parametersOf(types),
      old: selfType(old, name, pair.old.path),
      new: { ...types.type, refs: [{ name: "cross", sign: 1 as const }] },
    };
    const inner =
      types.object === undefined
        ? compareTypes(pair, { ...whole, sign: pair.sign, rule: "type-changed", message: `${name} is another type` })
        : compareBodies(pair, old, types.object, name);
    return [
      finding(
        "interface-to-alias",
        "breaking",
        element,
        `${name} is a type alias now: declarations can't be merged into it`,
      ),
      ...inner,
    ];
  }
  if (old.kind === "alias" && types?.kind === "interface") {
    if (old.object !== undefined) return compareBodies(pair, old.object, types, name);
    const message = `${name} is an interface in place of ${old.type.text}`;
    return compareTypes(pair, {
      ...common,
      newParameters: parametersOf(types),
      old: { ...old.type, refs: [{ name: "cross", sign: 1 }] },
      new: selfType(types, name, pair.new.path),
      sign: pair.sign,
      rule: "type-changed",
      message,
    });
  }
  if (old.kind === "variable" && values?.kind === "function") {
    const message = `${name} is a function in place of ${old.type.text}`;
    return compareTypes(pair, {
      ...common,
      newParameters: [],
      old: old.type,
      new: functionType(values.signatures),
      sign: 1,
      rule: "value-type",
      message,
    });
  }
  if (old.kind === "function" && values?.kind === "variable") {
    const message = `${name} is ${values.type.text} in place of a function`;
    return [
      finding("function-to-value", "unknown", element, `${name} is a constant now: \`this\` and merging differ`),
      ...compareTypes(pair, {
        ...common,
        newParameters: [],
        old: functionType(old.signatures),
        new: values.type,
        sign: 1,
        rule: "value-type",
        message,
      }),
    ];
  }
  const other = isValue(old) ? values : types;
  if (other === undefined) return [];
  if (old.kind === "class" && types?.kind === "interface")
    return [
      finding(
        "class-changed",
        "unknown",
        element,
        `${name} is an interface and a ${values?.kind ?? "type"} in place of a class`,
      ),
    ];
  return [
    finding(
      "kind-changed",
      "breaking",
      element,
      `${name} is ${other.kind === "alias" ? "a type" : `a ${other.kind}`} in place of a ${old.kind}`,
    ),
  ];
}
