/** Elements of the public types of a unit. */
import type { Stability } from "@freehold/model";
import type { Json, ShapedElement } from "../../kind.ts";
import { element } from "../../promise.ts";
import type { Declared, FieldDeclaration, MethodDeclaration } from "./declarations.ts";
import type { OwnedMember, PublicType } from "./public-types.ts";
import type { FieldStructure, JavaStructure, MethodStructure, TypeStructure } from "./structure.ts";
import { erased, headerOf, lineage, type NameScope, qualified, scopeOf, withParameters, type World } from "./world.ts";

export function typeElements(one: PublicType, world: World): ShapedElement[] {
  const { type } = one;
  const scope = scopeOf(type, world.types);
  const context: Context = { one, world, scope };
  const found = new Map<string, ShapedElement>();
  // What the type declares itself hides what it would have from others.
  for (const made of [typeElement(context), ...memberElements(context)])
    if (!found.has(made.id)) found.set(made.id, made);
  return [...found.values()];
}

interface Context {
  readonly one: PublicType;
  readonly world: World;
  readonly scope: NameScope;
}

function typeElement({ one, world, scope }: Context): ShapedElement {
  const { type, access, extensible, inheritable } = one;
  const { declaration } = type;
  const { of, modifiers, annotations } = declaration;
  const header = headerOf(scope);
  const nested = type.outer !== undefined;
  const isStatic = of !== "class" || modifiers.has("static") || type.outer?.declaration.of === "interface";
  const superclass = declaration.superclass === undefined ? "Object" : qualified(declaration.superclass, header);
  const shown = ["abstract", "final", "sealed"].filter(
    (word) => modifiers.has(word) && !(word === "sealed" && modifiers.has("non")),
  );
  const structure: TypeStructure = {
    of,
    access,
    modifiers: [...shown, ...(nested && isStatic ? ["static"] : [])],
    typeParameters: boundsOf(declaration.typeParameters, scope),
    superclass,
    supertypes: supertypes(one, world),
    interfaces: declaration.interfaces.map((name) => qualified(name, header)).sort(),
    permits: modifiers.has("sealed") && !modifiers.has("non") ? permitted(one, world, scope) : [],
    extensible,
    inheritable,
    components: declaration.components.map(({ type: text, name }) => `${qualified(text, scope)} ${name}`),
    constants: declaration.fields.filter((field) => field.of === "constant").map(({ name }) => name),
    targets: of === "annotation" ? targetsOf(annotations) : null,
    retention: of === "annotation" ? retentionOf(annotations) : null,
    repeatable: metaOf(annotations, "Repeatable") !== undefined,
    generated: generatedBy(declaration, type.file.imports),
    deprecated: annotations.has("Deprecated"),
  };
  return made(type.name, of, declaration, structure, one);
}

function boundsOf(parameters: readonly { readonly bounds: readonly string[] }[], scope: NameScope): string[] {
  return parameters.map(
    ({ bounds }) =>
      bounds
        .map((bound) => qualified(bound, scope))
        .sort()
        .join("&") || "Object",
  );
}

function supertypes({ type }: PublicType, world: World): string[] {
  return [...lineage(type.name, world)].filter((name) => name !== type.name && name !== "Object").sort();
}

/** Without a list, the types of the same file that extend it. */
function permitted({ type }: PublicType, world: World, scope: NameScope): string[] {
  const { permits } = type.declaration;
  if (permits.length > 0) return permits.map((name) => qualified(name, scope)).sort();
  const own = [...world.types.values()].filter(({ file }) => file === type.file);
  return own
    .filter((one) => world.supertypesOf(one).includes(type.name))
    .map(({ name }) => name)
    .sort();
}

/** What stands in the brackets of an annotation of `java.lang.annotation`, however it is named. */
function metaOf(annotations: ReadonlyMap<string, string>, name: string): string | undefined {
  return annotations.get(name) ?? annotations.get(`java.lang.annotation.${name}`);
}

function targetsOf(annotations: ReadonlyMap<string, string>): string[] | null {
  const text = metaOf(annotations, "Target");
  return text === undefined ? null : (text.replaceAll(/\/\*[\s\S]*?\*\//g, "").match(/\b[A-Z_]{3,}\b/g) ?? []).sort();
}

function retentionOf(annotations: ReadonlyMap<string, string>): string {
  return /SOURCE|RUNTIME|CLASS/.exec(metaOf(annotations, "Retention") ?? "")?.[0] ?? "CLASS";
}

/** Annotations of processors that write members into the class itself, where no text shows them. */
function generatedBy(
  { annotations, fields }: PublicType["type"]["declaration"],
  imports: ReadonlyMap<string, string>,
): string[] {
  const names = [annotations, ...fields.map((one) => one.annotations)].flatMap((one) => [...one.keys()]);
  const found = names.filter((name) => (imports.get(name.split(".")[0] ?? "") ?? name).startsWith("lombok."));
  const shape = fields.map(({ name, type, modifiers }) => `${type} ${name}${modifiers.has("final") ? " final" : ""}`);
  return found.length === 0 ? [] : [...new Set(found)].sort().concat(shape);
}

function memberElements(context: Context): ShapedElement[] {
  const { one } = context;
  return [
    ...one.methods.flatMap((member) => methodElement(member, context)),
    ...one.fields.flatMap((member) => fieldElement(member, context)),
    ...implied(context),
  ];
}

/** Members of interfaces are public; protected ones are promised to those who may extend. */
function accessIn({ owner, member }: OwnedMember<Declared>, { one }: Context): "public" | "protected" | undefined {
  const { of } = owner.declaration;
  const { modifiers } = member;
  if ((of === "interface" || of === "annotation") && !modifiers.has("private")) return "public";
  if (modifiers.has("public")) return "public";
  // A constructor is called by who extends the type itself.
  const open = "of" in member && member.of === "constructor" ? one.extensible : one.inheritable;
  return modifiers.has("protected") && open ? "protected" : undefined;
}

function methodElement(owned: OwnedMember<MethodDeclaration>, context: Context): ShapedElement[] {
  const access = accessIn(owned, context);
  if (access === undefined) return [];
  const { member, owner } = owned;
  const { one, world } = context;
  const constructor = member.of === "constructor";
  const scope = withParameters(scopeOf(owner, world.types), member.typeParameters, "#");
  const isInterface = owner.declaration.of === "interface" || owner.declaration.of === "annotation";
  const { modifiers } = member;
  const isStatic = modifiers.has("static");
  const parameters = member.parameters.map(({ type }) => erased(type, scope));
  const name = constructor ? "<init>" : member.name;
  const structure: MethodStructure = {
    of: member.of,
    access,
    static: isStatic,
    final: modifiers.has("final"),
    abstract: modifiers.has("abstract") || (isInterface && !member.hasBody),
    overridable: one.inheritable && !constructor && !isStatic && !modifiers.has("final"),
    erased: erased(member.returns, scope),
    returns: qualified(member.returns, scope),
    parameters: member.parameters.map(({ type }) => qualified(type, scope)),
    varargs: member.parameters.some(({ varargs }) => varargs),
    typeParameters: boundsOf(member.typeParameters, scope),
    throws: checked(member.throws, scope, world),
    default: member.default ?? null,
    override: member.annotations.has("Override"),
    deprecated: member.annotations.has("Deprecated"),
  };
  const kind = constructor ? "constructor" : owner.declaration.of === "annotation" ? "annotation-element" : "method";
  const plain = parameters.map((type) => type.replace(/^~/, ""));
  return [made(`${one.type.name}#${name}(${plain.join(",")})`, kind, member, structure, { ...one, type: owner })];
}

/** Exceptions that callers must deal with, as far as can be told. */
function checked(names: readonly string[], scope: NameScope, world: World): string[] {
  const full = names.map((name) => erased(name, scope));
  return full.filter((name) => !isUnchecked(name, world)).sort();
}

function isUnchecked(name: string, world: World): boolean {
  const all = lineage(name, world);
  return all.has("RuntimeException") || all.has("Error");
}

function fieldElement(owned: OwnedMember<FieldDeclaration>, context: Context): ShapedElement[] {
  const { member, owner } = owned;
  const { one, world } = context;
  const constant = member.of === "constant";
  const access = constant ? ("public" as const) : accessIn(owned, context);
  if (access === undefined) return [];
  const isInterface = owner.declaration.of === "interface" || owner.declaration.of === "annotation";
  const fixed = constant || isInterface;
  const scope = scopeOf(owner, world.types);
  const isFinal = fixed || member.modifiers.has("final");
  const type = constant ? one.type.name : qualified(member.type, scope);
  const structure: FieldStructure = {
    of: member.of,
    access,
    static: fixed || member.modifiers.has("static"),
    final: isFinal,
    type,
    value: isFinal && !constant && /^(?:[a-z]+|String)$/.test(type) ? constantValue(member.value) : null,
    deprecated: member.annotations.has("Deprecated"),
  };
  return [
    made(`${one.type.name}#${member.name}`, constant ? "enum-constant" : "field", member, structure, {
      ...one,
      type: owner,
    }),
  ];
}

const LITERAL =
  /\b(?:0[xX][\da-fA-F_]+[lL]?|0[bB][01_]+[lL]?|\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?[lLfFdD]?|true|false|int|long|short|byte|char|float|double|boolean)\b|\.\d+[fFdD]?/g;

/** Literals, names of other constants, and arithmetic on both. */
function constantValue(value: string | undefined): string | null {
  const text = value?.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "").trim();
  if (text === undefined) return null;
  const bare = text.replaceAll(/"""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "0");
  // A call is no constant; another name may be one.
  if (/[\w$]\s*\(|\b(?:new|null|this|super)\b/.test(bare)) return null;
  const rest = bare.replaceAll(LITERAL, "").replaceAll(/\b[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/g, "");
  const literal = bare !== rest && /^[\s+\-*/%()<>&|^~!?:]*$/.test(rest);
  return literal ? text.replaceAll(/\s+/g, " ").replaceAll(/(?<=\d)_+(?=[\da-fA-F])/g, "") : null;
}

/** What the language adds: a constructor where there is none, and what a record header says. */
function implied({ one, scope }: Context): ShapedElement[] {
  const { type, access } = one;
  const { declaration, name } = type;
  const constructors = declaration.methods.filter((member) => member.of === "constructor");
  const at: Declared = { ...declaration, annotations: new Map(), doc: undefined };
  const common = { ...NO_METHOD, access, deprecated: false };
  if (declaration.of === "class" && constructors.length === 0)
    return [
      made(
        `${name}#<init>()`,
        "constructor",
        { ...at, signature: `${declaration.name}()` },
        { ...common, of: "constructor" },
        one,
      ),
    ];
  if (declaration.of !== "record") return [];
  const { components } = declaration;
  const accessors = components.map(({ type: text, name: component }) =>
    made(
      `${name}#${component}()`,
      "method",
      { ...at, signature: `${text} ${component}()` },
      { ...common, of: "method", erased: erased(text, scope), returns: qualified(text, scope) },
      one,
    ),
  );
  const types = components.map(({ type: text }) => erased(text, scope).replace(/^~/, ""));
  const canonical = made(
    `${name}#<init>(${types.join(",")})`,
    "constructor",
    { ...at, signature: `${declaration.name}(${components.map((part) => `${part.type} ${part.name}`).join(", ")})` },
    {
      ...common,
      of: "constructor",
      parameters: components.map(({ type: text }) => qualified(text, scope)),
      varargs: components.some(({ varargs }) => varargs),
    },
    one,
  );
  return [...accessors, canonical];
}

const NO_METHOD = {
  static: false,
  final: false,
  abstract: false,
  overridable: false,
  erased: "void",
  returns: "void",
  parameters: [],
  varargs: false,
  typeParameters: [],
  throws: [],
  default: null,
  override: false,
} as const;

function made(
  id: string,
  kind: string,
  declared: Declared,
  structure: JavaStructure,
  { type }: Pick<PublicType, "type">,
): ShapedElement {
  return element({
    id,
    kind,
    name: id,
    signature: declared.signature,
    structure: structure as unknown as Json,
    stability: stabilityOf(declared),
    doc: declared.doc,
    rule: `java.${kind}`,
    path: type.file.path,
    line: declared.line,
  });
}

/** By the annotations that libraries commonly have for it, whichever package they are of. */
function stabilityOf({ annotations }: Declared): Stability {
  const names = new Set([...annotations.keys()].map((name) => name.split(".").at(-1)));
  const api = annotations.get("API") ?? "";
  if (names.has("Internal") || /\bINTERNAL\b/.test(api)) return "internal";
  if (names.has("Deprecated")) return "deprecated";
  return names.has("Beta") || names.has("Experimental") || /\bEXPERIMENTAL\b/.test(api) ? "beta" : "stable";
}
