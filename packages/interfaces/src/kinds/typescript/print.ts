/** Declarations and members as a person reads them: one line each. */
import type {
  ClassDeclaration,
  Declaration,
  InterfaceDeclaration,
  Member,
  Signature,
  TypeParameter,
} from "./structure.ts";

/** One line for an exported name, such as `function f(a: string): number`. */
export function printDeclaration(name: string, declaration: Declaration): string {
  switch (declaration.kind) {
    case "function":
      return declaration.signatures
        .map((signature) => `function ${name}${printSignature(signature, declaration.inferred)}`)
        .join("; ");
    case "variable":
      return `const ${name}${declaration.inferred === true ? "" : `: ${declaration.type.text}`}`;
    case "class":
      return printClass(name, declaration);
    case "interface":
      return `interface ${name}${printTypeParameters(declaration.typeParameters)}${printParents(declaration)}`;
    case "alias":
      return `type ${name}${printTypeParameters(declaration.typeParameters)} = ${declaration.type.text}`;
    case "enum":
      return `${declaration.const === true ? "const " : ""}enum ${name} { ${declaration.members.map((member) => member.name).join(", ")} }`;
    default:
      return `namespace ${name}`;
  }
}

function printClass(name: string, declaration: ClassDeclaration): string {
  const parent = declaration.extends === undefined ? "" : ` extends ${declaration.extends.text}`;
  const contracts = declaration.implements?.map((item) => item.text).join(", ");
  const head = `${declaration.abstract === true ? "abstract " : ""}class ${name}${printTypeParameters(declaration.typeParameters)}`;
  return `${head}${parent}${contracts === undefined ? "" : ` implements ${contracts}`}`;
}

function printParents(declaration: InterfaceDeclaration): string {
  const parents = declaration.extends ?? [];
  return parents.length === 0 ? "" : ` extends ${parents.map((parent) => parent.text).join(", ")}`;
}

/** One line for a member, without its owner's name. */
export function printMember(member: Member): string {
  const prefix = flags(member);
  const optional = member.optional === true ? "?" : "";
  if (member.signatures === undefined) return `${prefix}${member.name}${optional}: ${member.type?.text ?? "any"}`;
  return member.signatures
    .map((signature) => `${prefix}${member.name}${optional}${printSignature(signature)}`)
    .join("; ");
}

function flags(member: Member): string {
  const names = ["protected", "static", "abstract", "readonly"] as const;
  return names.map((name) => (member[name] === true ? `${name} ` : "")).join("");
}

/** `<T>(a: string, b?: number): void`. */
export function printSignature(signature: Signature, inferred?: true): string {
  const all = signature.parameters.map(
    (parameter) =>
      `${parameter.rest === true ? "..." : ""}${parameter.name}${parameter.optional === true ? "?" : ""}: ${parameter.type.text}`,
  );
  if (signature.thisType !== undefined) all.unshift(`this: ${signature.thisType.text}`);
  return `${printTypeParameters(signature.typeParameters)}(${all.join(", ")})${inferred === true ? "" : `: ${signature.returns.text}`}`;
}

/** `<T extends string = "a">`, or nothing. */
function printTypeParameters(parameters: readonly TypeParameter[] | undefined): string {
  if (parameters === undefined || parameters.length === 0) return "";
  const texts = parameters.map(({ name, constraint, default: fallback, modifiers }) => {
    const limit = constraint === undefined ? "" : ` extends ${constraint.text}`;
    return `${modifiers === undefined ? "" : `${modifiers} `}${name}${limit}${fallback === undefined ? "" : ` = ${fallback.text}`}`;
  });
  return `<${texts.join(", ")}>`;
}
