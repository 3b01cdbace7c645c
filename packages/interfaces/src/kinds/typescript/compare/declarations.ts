/** Two declarations of one name: what consumers of the old one may miss in the new one. */
import type {
  AliasDeclaration,
  ClassDeclaration,
  Declaration,
  EnumDeclaration,
  FunctionDeclaration,
  InterfaceDeclaration,
  TypeText,
  VariableDeclaration,
} from "../structure.ts";
import { constructorsOf } from "./inheritance.ts";
import { compareMembers } from "./members.ts";
import type { Body } from "./members.ts";
import type { Outcome } from "./outcome.ts";
import { compareTypes, finding, joined, parametersOf } from "./side.ts";
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

function compareEnums(pair: Pair, old: EnumDeclaration, next: EnumDeclaration, name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const at = (member: string): string => (pair.hidden ? pair.element : `${pair.element}.${member}`);
  const news = new Map(next.members.map((member) => [member.name, member]));
  const olds = new Set(old.members.map((member) => member.name));
  for (const member of old.members) {
    const other = news.get(member.name);
    if (other === undefined)
      outcomes.push(finding("enum-member-removed", "breaking", at(member.name), `${name}.${member.name} is gone`));
    else if (other.value !== member.value) {
      const level = other.value === undefined || member.value === undefined ? "unknown" : "breaking";
      outcomes.push(
        finding(
          "enum-value",
          level,
          at(member.name),
          `${name}.${member.name} is ${other.value ?? "?"} in place of ${member.value ?? "?"}`,
        ),
      );
    }
  }
  for (const member of next.members) {
    if (olds.has(member.name)) continue;
    const received = pair.sign !== -1;
    const message = `new: ${name}.${member.name}${received ? "; a consumer's exhaustive switch lacks it" : ""}`;
    outcomes.push(finding("enum-member-added", received ? "unknown" : "compatible", at(member.name), message));
  }
  if (old.const !== true && next.const === true)
    outcomes.push(
      finding("enum-const", "breaking", pair.element, `${name} is a const enum now: no object at run time`),
    );
  if (old.const === true && next.const !== true)
    outcomes.push(
      finding("enum-const", "compatible", pair.element, `${name} is an enum with an object at run time now`),
    );
  return outcomes;
}

function compareClasses(pair: Pair, old: ClassDeclaration, next: ClassDeclaration, name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const element = pair.hidden ? pair.element : `${pair.element}.constructor`;
  if (old.abstract !== true && next.abstract === true)
    outcomes.push(
      finding("class-abstract", "breaking", pair.element, `${name} is abstract now: \`new ${name}\` fails`),
    );
  const access = { private: 2, protected: 1 } as const;
  const level = (declaration: ClassDeclaration): number =>
    declaration.constructorAccess === undefined ? 0 : access[declaration.constructorAccess];
  if (level(next) > level(old))
    outcomes.push(
      finding("constructor-access", "breaking", element, `the constructor of ${name} is ${next.constructorAccess} now`),
    );
  if (level(old) < 2 && level(next) < 2) outcomes.push(...compareConstructors(pair, old, next, name, element));
  return [...outcomes, ...compareBodies({ ...pair, sign: 1 }, old, next, name)];
}

function compareConstructors(
  pair: Pair,
  old: ClassDeclaration,
  next: ClassDeclaration,
  name: string,
  element: string,
): Outcome[] {
  const olds = constructorsOf(pair.before.links, pair.old, old);
  const news = constructorsOf(pair.after.links, pair.new, next);
  const outside = olds === "unknown" || news === "unknown";
  if (outside) {
    // The same parent outside on both sides brings the same constructor.
    if (olds === news && old.extends?.text === next.extends?.text) return [];
    return [
      finding("constructor-unknown", "unknown", element, `the constructor of ${name} comes from a parent outside`),
    ];
  }
  const none = { parameters: [], returns: { text: "any" } };
  return compareCallables(pair, {
    old: olds.length === 0 ? [none] : olds,
    new: news.length === 0 ? [none] : news,
    oldOuter: parametersOf(old),
    newOuter: parametersOf(next),
    sign: 1,
    element,
    name: `new ${name}`,
    constructs: true,
  });
}

/** Interfaces, object types and classes: type parameters, parents, members, call and index signatures. */
function compareBodies(pair: Pair, old: Body, next: Body, name: string): Outcome[] {
  const { element, sign } = pair;
  const [oldOuter, newOuter] = [parametersOf(old), parametersOf(next)];
  const outcomes = compareTypeParameters(pair, oldOuter, newOuter, { element, name, sign });
  outcomes.push(
    ...compareParents(pair, old, next, name),
    ...compareMembers(pair, old, next),
    ...compareIndexes(pair, old, next, name),
  );
  if (old.kind !== "interface" || next.kind !== "interface") return outcomes;
  for (const key of ["calls", "constructs"] as const) {
    const [olds, news] = [old[key] ?? [], next[key] ?? []];
    if (olds.length > 0 && news.length === 0)
      outcomes.push(finding("signature-removed", "breaking", element, `${name} can't be called that way any more`));
    else if (olds.length === 0 && news.length > 0) {
      outcomes.push(
        finding("signature-added", sign === 1 ? "compatible" : "breaking", element, `${name} has a new call signature`),
      );
    } else
      outcomes.push(
        ...compareCallables(pair, {
          old: olds,
          new: news,
          oldOuter,
          newOuter,
          sign,
          element,
          name,
          ...(key === "constructs" && { constructs: true }),
        }),
      );
  }
  return outcomes;
}

function compareParents(pair: Pair, old: Body, next: Body, name: string): Outcome[] {
  const [olds, news] = [parentsOf(old), parentsOf(next)];
  const common = { oldParameters: parametersOf(old), newParameters: parametersOf(next), element: pair.element };
  const was = joined(olds.map((parent) => parent.text).join(" & "), olds);
  const now = joined(news.map((parent) => parent.text).join(" & "), news);
  if (was.text === "" && now.text === "") return [];
  if (was.text === now.text)
    return compareTypes(pair, { ...common, old: was, new: now, sign: pair.sign, rule: "parents", message: "" });
  // Members of local parents are compared where they are missed; what remains is to ask about the whole.
  return compareTypes(pair, {
    ...common,
    old: selfType(old, name, pair.old.path),
    new: selfType(next, name, pair.new.path),
    sign: pair.sign,
    rule: "parents",
    message: `${name} extends ${now.text || "nothing"} in place of ${was.text || "nothing"}`,
  });
}

/** The type by its own name: `cross` tells the compiler to look at it from both versions. */
function selfType(body: Body, name: string, path: string): TypeText {
  const parameters = parametersOf(body).map((parameter) => parameter.name);
  const own = path === "" ? name : path;
  return {
    text: `${own}${parameters.length === 0 ? "" : `<${parameters.join(", ")}>`}`,
    refs: [{ name: `cross ${own}`, sign: 1 }],
  };
}

function parentsOf(body: Body): readonly TypeText[] {
  if (body.kind === "class") return body.extends === undefined ? [] : [body.extends];
  return body.extends ?? [];
}

function compareIndexes(pair: Pair, old: Body, next: Body, name: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const { element, sign } = pair;
  for (const index of old.index ?? []) {
    const other = (next.index ?? []).find((candidate) => candidate.key.text === index.key.text);
    if (other === undefined)
      outcomes.push(finding("index-removed", "breaking", element, `${name} no longer takes any ${index.key.text} key`));
    else {
      const message = `values of ${name} are ${other.type.text} in place of ${index.type.text}`;
      outcomes.push(
        ...compareTypes(pair, {
          old: index.type,
          new: other.type,
          oldParameters: parametersOf(old),
          newParameters: parametersOf(next),
          sign,
          rule: "index-type",
          element,
          message,
        }),
      );
      if (index.readonly !== true && other.readonly === true && sign !== -1)
        outcomes.push(finding("index-readonly", "breaking", element, `values of ${name} can't be assigned any more`));
    }
  }
  for (const index of next.index ?? []) {
    if ((old.index ?? []).some((candidate) => candidate.key.text === index.key.text)) continue;
    outcomes.push(
      finding(
        "index-added",
        sign === 1 ? "compatible" : "unknown",
        element,
        `${name} takes any ${index.key.text} key: ${index.type.text}`,
      ),
    );
  }
  return outcomes;
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
