/** The elements of a module: packages, what they export, and the fields and methods of it. */
import type { Json, ShapedElement } from "../../kind.ts";
import { hash } from "../../containment/lowering.ts";
import { element } from "../../promise.ts";
import { signatureText, typeText } from "./go-text.ts";
import { type GoType, isExported, isPromised, nameOf, packageOf } from "./go-type.ts";
import type { Model, ObjectModel, TypeModel } from "./model.ts";
import type { GoModule, GoNamed, GoPackage } from "./packages.ts";
import { linesOf } from "../../syntax/lines.ts";
import { childrenOf, textOf } from "../../syntax/node.ts";
import { docAbove, type GoFile } from "./syntax.ts";

/** Carries what comparing needs; promises nothing itself. */
export const DECLARATIONS = "declarations";

export function elementsOf(module: GoModule, model: Model, manifest: string | undefined): ShapedElement[] {
  const found: ShapedElement[] = [declarations(model, manifest)];
  if (module.path !== "" && manifest !== undefined)
    found.push(
      element({
        id: "module",
        kind: "module",
        name: module.path,
        signature: `module ${module.path}`,
        structure: module.path,
        rule: "go.module",
        path: manifest,
      }),
    );
  for (const path of model.packages) {
    const from = module.packages.get(path);
    if (from === undefined || !isPromised(path)) continue;
    const exported = [...from.scope.keys()].filter(isExported).sort();
    if (exported.length === 0) continue;
    found.push(packageElement(from, module));
    for (const name of exported) found.push(...objectElements(`${path}#${name}`, from, model));
  }
  return found;
}

function declarations(model: Model, manifest: string | undefined): ShapedElement {
  const evidence = { rule: "go.package", path: manifest ?? "" };
  const shape = hash(JSON.stringify(model));
  const structure = model as unknown as Json;
  return { id: DECLARATIONS, kind: DECLARATIONS, name: DECLARATIONS, structure, shape, stability: "stable", evidence };
}

/** Models are made with their keys in one order, so that their text will do; what is compared stands in the declarations. */
function digest(...values: readonly unknown[]): Json {
  return hash(JSON.stringify(values));
}

function packageElement(from: GoPackage, module: GoModule): ShapedElement {
  const documented = from.files.find(({ doc }) => doc !== "") ?? from.files[0];
  const whole = from.path === "." ? module.path : `${module.path}${from.path.slice(1)}`;
  return element({
    id: from.path,
    kind: "package",
    name: from.name,
    signature: `package ${from.name}${whole === "" ? "" : ` // import "${whole}"`}`,
    structure: from.name,
    doc: documented?.doc,
    stability: stabilityOf(documented?.doc ?? ""),
    rule: "go.package",
    path: documented?.path ?? "",
  });
}

function objectElements(key: string, from: GoPackage, model: Model): ShapedElement[] {
  const declaration = from.scope.get(nameOf(key))?.[0];
  const object = model.objects[key];
  if (declaration === undefined || object === undefined) return [];
  const type = object.kind === "type" ? model.types[key] : undefined;
  return [
    place(
      key,
      object.kind,
      declaration,
      objectText(key, object, type),
      digest(object, type === undefined ? null : { ...type, methods: {} }),
    ),
    ...(type === undefined || declaration.kind !== "type" ? [] : members(key, type, declaration, from)),
  ];
}

function place(
  id: string,
  kind: string,
  { file, at, doc }: Pick<GoNamed, "file" | "at" | "doc">,
  signature: string,
  structure: Json,
): ShapedElement {
  return element({
    id,
    kind,
    name: nameOf(id),
    signature,
    structure,
    doc,
    stability: stabilityOf(doc),
    rule: `go.${kind}`,
    path: file.path,
    line: lineOf(file, at),
  });
}

/** A paragraph that begins so. https://go.dev/wiki/Deprecated */
function stabilityOf(doc: string): ShapedElement["stability"] {
  return /(?:^|\n\s*\n\s*)Deprecated: /.test(doc) || doc.startsWith("Deprecated:") ? "deprecated" : "stable";
}

const lines = new WeakMap<GoFile, (offset: number) => number>();

function lineOf(file: GoFile, at: number): number {
  const lineAt = lines.get(file) ?? linesOf(file.text);
  lines.set(file, lineAt);
  return lineAt(at);
}

function objectText(
  key: string,
  { kind, type, constraints, value, open, builds }: ObjectModel,
  declared: TypeModel | undefined,
): string {
  const own = packageOf(key);
  const name = nameOf(key);
  const only = builds === undefined ? "" : ` // ${builds.join(", ")}`;
  if (kind === "func" && type.kind === "func")
    return `func ${name}${paramsText(constraints, [], own)}${signatureText(type, own)}${only}`;
  if (kind === "type" && declared !== undefined)
    return `type ${name}${paramsText(declared.constraints, declared.names, own)}${declared.alias ? " =" : ""} ${briefly(declared, own)}${only}`;
  const shown = type.kind === "unknown" ? "" : ` ${typeText(type, own).replace("untyped ", "")}`;
  return kind === "const"
    ? `const ${name}${shown} = ${open === true ? (value ?? "").replace(/ @\d+$/, "") : value}${only}`
    : `var ${name}${shown}${only}`;
}

function paramsText(constraints: readonly GoType[], names: readonly string[], own: string): string {
  if (constraints.length === 0) return "";
  return `[${constraints.map((one, at) => `${names[at] ?? `P${at}`} ${typeText(one, own, names)}`).join(", ")}]`;
}

function briefly({ type, names }: TypeModel, own: string): string {
  if (type.kind === "struct") return "struct";
  return type.kind === "interface" && type.methods.length > 0 ? "interface" : typeText(type, own, names);
}

function members(
  key: string,
  type: TypeModel,
  declaration: Extract<GoNamed, { kind: "type" }>,
  from: GoPackage,
): ShapedElement[] {
  const own = packageOf(key);
  const found: ShapedElement[] = [];
  const at = positions(declaration);
  if (type.type.kind === "struct")
    for (const field of type.type.fields.filter(({ name }) => isExported(name)))
      found.push(
        place(
          `${key}.${field.name}`,
          "field",
          at(field.name),
          `${nameOf(key)}.${field.name} ${typeText(field.type, own, type.names)}`,
          digest(field),
        ),
      );
  if (type.type.kind === "interface")
    for (const [name, signature] of type.type.methods.filter(([name]) => isExported(name)))
      found.push(
        place(
          `${key}.${name}`,
          "method",
          at(name),
          `${nameOf(key)}.${name}${signatureText(signature, own, type.names)}`,
          digest(signature),
        ),
      );
  for (const method of from.methods.get(nameOf(key)) ?? []) {
    const model = type.methods[method.name];
    const id = `${key}.${method.name}`;
    if (model === undefined || !isExported(method.name) || found.some((one) => one.id === id)) continue;
    const receiver = model.pointer ? `(*${nameOf(key)})` : nameOf(key);
    found.push(
      place(
        id,
        "method",
        method,
        `func ${receiver}.${method.name}${signatureText(model.signature, own, type.names)}`,
        digest(model),
      ),
    );
  }
  const ids = new Set<string>();
  return found.filter(({ id }) => !ids.has(id) && ids.add(id) !== undefined);
}

/** Where the fields of a struct and the methods of an interface stand. */
function positions(
  declaration: Extract<GoNamed, { kind: "type" }>,
): (name: string) => Pick<GoNamed, "file" | "at" | "doc"> {
  const { file, type } = declaration;
  const places = new Map<string, number>();
  const body = type.getChild("StructBody") ?? type.getChild("InterfaceBody");
  for (const part of body === null ? [] : childrenOf(body)) {
    const names = part.getChildren("FieldName");
    for (const name of names) places.set(textOf(name, file.text), name.from);
    if (names.length === 0)
      places.set(/(\w+)(?:\[.*)?$/s.exec(textOf(part, file.text).replace(/\s*["`][^]*$/, ""))?.[1] ?? "", part.from);
  }
  return (name) => {
    const at = places.get(name) ?? declaration.at;
    return { file, at, doc: places.has(name) ? docAbove(file.text, at) : "" };
  };
}
