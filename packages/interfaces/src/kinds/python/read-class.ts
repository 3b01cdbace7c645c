/** Classes: bases, members, properties, what instances are given in `__init__`, the fields of data classes. */
import type { SyntaxNode } from "@lezer/common";
import type { PyAttribute, PyClass, PyName } from "./model.ts";
import { childrenOf } from "../../syntax/node.ts";
import { bodiesOf, docOf, onOneLine } from "./nodes.ts";
import { canonicalText, parseType, plainName, tokensOf } from "./py-type.ts";
import { decoratorsOf, type FunctionReading, isDeprecated, readFunction } from "./read-function.ts";
import type { Reading } from "./reading.ts";
import { mergeVariants } from "./variants.ts";

const DEPTH = 20;

export class ClassReader {
  readonly #reading: Reading;
  readonly #members = new Map<string, PyName[]>();
  readonly #fields: string[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** `node` may be decorated; `owner` is the class around it, or empty. */
  read(node: SyntaxNode, owner: string, depth = 0): { name: string; entry: PyClass } | undefined {
    const reading = this.#reading;
    const definition = node.name === "DecoratedStatement" ? node.getChild("ClassDefinition") : node;
    const named = definition?.getChild("VariableName");
    if (definition === null || named === null || named === undefined || depth > DEPTH) return undefined;
    const name = reading.slice(named);
    const full = owner === "" ? name : `${owner}.${name}`;
    const body = definition.getChild("Body");
    const doc = docOf(body, reading.text);
    const decorators = decoratorsOf(node, reading);
    const head = onOneLine(reading.text.slice(definition.from, body?.from ?? definition.to));
    reading.place(
      full,
      node,
      head,
      doc,
      isDeprecated(
        decorators.map(({ name }) => name),
        doc,
        null,
        reading.text,
      ),
    );
    if (body !== null) this.#statements(body, full, false, depth);
    const { bases, keywords, typeParams } = this.#arguments(definition.getChild("ArgList"));
    const own = reading.typeParams(definition);
    const members = Object.fromEntries(
      [...this.#members]
        .map(([key, variants]) => [key, mergeVariants(variants)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const entry: PyClass = {
      kind: "class",
      bases,
      keywords,
      typeParams: own.length > 0 ? own : typeParams,
      final: decorators.some(({ name }) => plainName(name) === "final"),
      decorators: Object.fromEntries(
        decorators
          .filter(({ name }) => plainName(name) !== "final" && !/deprecat/i.test(name))
          .map((one) => [one.name, one.text.slice(one.name.length)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
      members,
      fields: this.#fields,
      others: [],
    };
    return { name, entry };
  }

  #arguments(list: SyntaxNode | null): Pick<PyClass, "bases" | "keywords" | "typeParams"> {
    const bases: string[] = [];
    const keywords: Record<string, string> = {};
    let typeParams: string[] = [];
    const text = list === null ? "" : this.#reading.slice(list).slice(1, -1);
    for (const argument of splitArguments(text)) {
      const [, keyword, value] = /^([\p{L}_][\p{L}\p{N}_]*)\s*=(?!=)\s*([^]*)$/u.exec(argument) ?? [];
      if (keyword !== undefined && value !== undefined) {
        keywords[keyword] = canonicalText(value, this.#reading.resolve);
        continue;
      }
      const type = parseType(argument, this.#reading.resolve);
      if (type.kind !== "name") {
        bases.push(canonicalText(argument, this.#reading.resolve));
        continue;
      }
      bases.push(type.name);
      if (type.name === "Generic" || (type.name === "Protocol" && type.args.length > 0))
        typeParams = type.args.map((one) => (one.kind === "name" ? one.name : ""));
    }
    return { bases, keywords, typeParams };
  }

  #add(name: string, entry: PyName, branch: boolean): void {
    const known = this.#members.get(name);
    if (known === undefined || !branch) this.#members.set(name, [entry]);
    else known.push(entry);
  }

  #statements(body: SyntaxNode, owner: string, branch: boolean, depth: number): void {
    if (depth > DEPTH) return;
    for (const node of childrenOf(body)) {
      const inner = node.name === "DecoratedStatement" ? childrenOf(node).at(-1) : node;
      if (node.name === "StatementGroup") this.#statements(node, owner, branch, depth + 1);
      else if (inner?.name === "FunctionDefinition") this.#method(node, owner, branch);
      else if (inner?.name === "ClassDefinition") {
        const read = new ClassReader(this.#reading).read(node, owner, depth + 1);
        if (read !== undefined) this.#add(read.name, read.entry, branch);
      } else if (node.name === "AssignStatement") this.#attributes(node, owner, branch);
      else if (/^(?:If|Try|With|For|While)Statement$/.test(node.name))
        for (const block of bodiesOf(node)) this.#statements(block, owner, true, depth + 1);
    }
  }

  #attributes(node: SyntaxNode, owner: string, branch: boolean): void {
    for (const { name, annotation, value, from } of this.#reading.assignments(node)) {
      if (name.includes(".") || isOwnMark(name, annotation)) continue;
      const type = annotation === undefined ? undefined : parseType(annotation, this.#reading.resolve);
      this.#add(name, this.#reading.attribute(annotation, type, value, false), branch);
      // attrs knows its fields by their value, too.
      const field =
        annotation === undefined
          ? /^attrs?\.(?:ib|field|attrib)\(/.test(this.#reading.value(value)?.text ?? "")
          : !/(?:^|\.)ClassVar\b/.test(annotation);
      if (field && !this.#fields.includes(name)) this.#fields.push(name);
      this.#reading.place(`${owner}.${name}`, from, this.#reading.slice(from).replaceAll(/\s+/g, " "));
    }
  }

  #method(node: SyntaxNode, owner: string, branch: boolean): void {
    const read = readFunction(node, this.#reading, owner);
    if (read === undefined) return;
    const known = this.#members.get(read.name)?.at(-1);
    if (read.property !== undefined) this.#property(read, known, branch);
    else if (read.overload) {
      const before = known?.kind === "function" ? known.overloads : [];
      const { parameters, returns } = read.entry;
      this.#add(read.name, { ...read.entry, overloads: [...before, { parameters, returns }] }, false);
    } else if (known?.kind === "function" && known.overloads.length > 0 && !branch)
      this.#add(read.name, { ...read.entry, overloads: known.overloads }, false);
    else this.#add(read.name, read.entry, branch);
    if (read.name === "__init__") this.#instance(read, owner);
  }

  #property({ name, entry, property, cached }: FunctionReading, known: PyName | undefined, branch: boolean): void {
    if (property !== "get") {
      if (known?.kind === "attribute" && known.property !== null && property === "set")
        this.#add(name, { ...known, property: { ...known.property, writable: true } }, false);
      return;
    }
    const attribute: PyAttribute = {
      kind: "attribute",
      type: entry.returns,
      value: null,
      instance: true,
      property: { writable: cached, abstract: entry.abstract },
      final: entry.final,
      others: [],
    };
    this.#add(name, attribute, branch);
  }

  /** What `__init__` sets on the instance. */
  #instance({ body, self }: FunctionReading, owner: string): void {
    if (body === null || self === undefined) return;
    const cursor = body.cursor();
    const end = body.to;
    let more = cursor.next();
    while (more && cursor.from < end) {
      if (cursor.name === "AssignStatement") this.#selfAttributes(cursor.node, self, owner);
      more = cursor.next(!/^(?:FunctionDefinition|ClassDefinition|LambdaExpression)$/.test(cursor.name));
    }
  }

  #selfAttributes(node: SyntaxNode, self: string, owner: string): void {
    for (const { name, annotation, from } of this.#reading.assignments(node)) {
      const attribute = name.startsWith(`${self}.`) ? name.slice(self.length + 1) : "";
      if (!/^[\p{L}\p{N}][\p{L}\p{N}_]*$/u.test(attribute)) continue;
      const known = this.#members.get(attribute);
      const type = annotation === undefined ? undefined : parseType(annotation, this.#reading.resolve);
      if (known !== undefined) continue;
      this.#members.set(attribute, [this.#reading.attribute(annotation, type, undefined, true)]);
      this.#reading.place(
        `${owner}.${attribute}`,
        from,
        annotation === undefined ? attribute : `${attribute}: ${annotation}`,
      );
    }
  }
}

/**
 * Data under a name of the form that the language keeps for itself: such names are never to be invented (PEP 8), and
 * who does so marks things for own use.
 */
function isOwnMark(name: string, annotation: string | undefined): boolean {
  return /^__\w+__$/.test(name) && annotation !== undefined && !/\bCallable\b|^(?:ClassVar\[)?None\b/.test(annotation);
}

/** At the commas outside of brackets. */
export function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = "";
  for (const token of tokensOf(text)) {
    if (/^[([{]$/.test(token)) depth++;
    else if (/^[)\]}]$/.test(token)) depth--;
    if (token === "," && depth === 0) {
      if (part !== "") parts.push(part);
      part = "";
    } else part += /^[\p{L}\p{N}_]/u.test(token) && /[\p{L}\p{N}_]$/u.test(part) ? ` ${token}` : token;
  }
  return part === "" ? parts : [...parts, part];
}
