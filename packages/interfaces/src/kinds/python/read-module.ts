/** A Python file to what its module defines. Nothing is executed: definitions of every branch count. */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { namedTuple } from "./named-tuple.ts";
import { ClassReader } from "./read-class.ts";
import type { PyAttribute, PyImport, PyModule, PyName, PyPlace } from "./model.ts";
import { mergeVariants } from "./variants.ts";
import { Reading } from "./reading.ts";
import { childrenOf, parseTree } from "../../syntax/node.ts";
import { docOf } from "./nodes.ts";
import { absolute, aliased, blocksOf, definedIn, wordsIn } from "./statements.ts";
import { readFunction } from "./read-function.ts";
import { canonicalText, parseType, plainName, stringContent, tokensOf } from "./py-type.ts";

export interface ModuleSource {
  readonly path: string;
  readonly text: string;
  /** Dotted. */
  readonly name: string;
  readonly package: boolean;
  readonly stub: boolean;
}

export interface ModuleReading {
  readonly module: PyModule;
  /** By `name` and `Class.member`. */
  readonly places: ReadonlyMap<string, PyPlace>;
  readonly doc: string;
}

/** Undefined for what is nested deeper than can be parsed. */
export function readModule(source: ModuleSource, isOwn: (module: string) => boolean): ModuleReading | undefined {
  return new ModuleReader(source, isOwn).read();
}

class ModuleReader {
  readonly #source: ModuleSource;
  readonly #isOwn: (module: string) => boolean;
  readonly #reading: Reading;
  readonly #found = new Map<string, PyName[]>();
  readonly #imports = new Map<string, string>();
  #all: string[] | null = null;
  readonly #allOf: string[] = [];
  readonly #stars: string[] = [];
  #dynamic: string[] | null = null;

  constructor(source: ModuleSource, isOwn: (module: string) => boolean) {
    this.#source = source;
    this.#isOwn = isOwn;
    this.#reading = new Reading(source.path, source.text, (name) => this.#resolve(name));
  }

  read(): ModuleReading | undefined {
    const top = parseTree(parser, this.#source.text)?.topNode;
    if (top === undefined) return undefined;
    this.#importsIn(top, 0);
    for (const name of definedIn(top, this.#source.text)) this.#defined.add(name);
    this.#statements(top, false, 0);
    const names = Object.fromEntries(
      [...this.#found]
        .map(([name, variants]) => [name, mergeVariants(variants)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const module: PyModule = {
      package: this.#source.package,
      stub: this.#source.stub,
      names,
      all: this.#all === null ? null : [...new Set(this.#all)].sort(),
      allOf: this.#allOf,
      stars: this.#stars,
      dynamic: this.#dynamic,
    };
    return { module, places: this.#reading.places, doc: docOf(top, this.#source.text) };
  }

  readonly #defined = new Set<string>();

  #resolve(name: string): string {
    const imported = this.#imports.get(name);
    if (imported !== undefined) return imported;
    return this.#defined.has(name) ? `${this.#source.name}.${name}` : name;
  }

  /** Imports come first, since names below are resolved by them. */
  #importsIn(node: SyntaxNode, depth: number): void {
    for (const child of childrenOf(node)) {
      if (child.name === "ImportStatement") this.#import(child);
      else if (child.name === "StatementGroup") this.#importsIn(child, depth + 1);
      else if (depth < 50) for (const body of blocksOf(child)) this.#importsIn(body, depth + 1);
    }
  }

  #import(node: SyntaxNode): void {
    const tokens = tokensOf(this.#source.text.slice(node.from, node.to)).filter(
      (token) => token !== "(" && token !== ")",
    );
    if (tokens[0] === "import") return this.#importModules(tokens.slice(1));
    const at = tokens.indexOf("import");
    const written = tokens.slice(1, at).join("");
    const module = absolute(written, this.#source);
    for (const [name, as] of aliased(tokens.slice(at + 1))) {
      if (name === "*") {
        this.#stars.push(module);
        continue;
      }
      const own = written.startsWith(".") || this.#isOwn(module);
      const entry: PyImport = { kind: "import", module, name, redundant: as === name, own };
      const local = as ?? name;
      this.#imports.set(local, `${module}.${name}`);
      this.#add(local, entry, node, `from ${module} import ${name}`);
    }
  }

  #importModules(tokens: readonly string[]): void {
    for (const [module, as] of aliased(tokens)) {
      const local = as ?? module.split(".")[0] ?? module;
      this.#imports.set(local, as === undefined ? local : module);
      if (as === undefined && module.includes(".")) continue;
      const entry: PyImport = {
        kind: "import",
        module,
        name: null,
        redundant: as === module,
        own: this.#isOwn(module),
      };
      this.#found.set(local, [entry]);
    }
  }

  #add(name: string, entry: PyName, node: SyntaxNode, signature: string): void {
    const known = this.#found.get(name);
    if (known === undefined) this.#found.set(name, [entry]);
    else known.push(entry);
    this.#reading.place(name, node, signature);
  }

  /** What is defined again outright takes the place of the first; in a branch it stands beside it. */
  #define(name: string, entry: PyName, branch: boolean): void {
    const known = this.#found.get(name);
    if (known === undefined || !branch) this.#found.set(name, [entry]);
    else known.push(entry);
  }

  #statements(node: SyntaxNode, branch: boolean, depth: number): void {
    if (depth > 50) return;
    for (const child of childrenOf(node)) this.#statement(child, branch, depth);
  }

  #statement(node: SyntaxNode, branch: boolean, depth: number): void {
    const { text } = this.#source;
    switch (node.name) {
      case "StatementGroup":
        return this.#statements(node, branch, depth + 1);
      case "FunctionDefinition":
      case "DecoratedStatement":
      case "ClassDefinition":
        return this.#definition(node, branch);
      case "AssignStatement":
        return this.#assign(node, branch);
      case "UpdateStatement":
        if (/^__all__\s*\+=/.test(text.slice(node.from, node.to)))
          this.#listed(text.slice(node.from, node.to).replace(/^__all__\s*\+=/, ""));
        return;
      case "ExpressionStatement":
        return this.#expression(text.slice(node.from, node.to));
      case "TypeDefinition":
        return this.#typeDefinition(node);
      case "DeleteStatement":
        for (const name of tokensOf(text.slice(node.from, node.to)).slice(1)) if (!branch) this.#found.delete(name);
        return;
      default:
        for (const body of blocksOf(node)) this.#statements(body, true, depth + 1);
    }
  }

  #definition(node: SyntaxNode, branch: boolean): void {
    const inner = node.name === "DecoratedStatement" ? childrenOf(node).at(-1) : node;
    if (inner === undefined) return;
    if (inner.name === "ClassDefinition") {
      const read = new ClassReader(this.#reading).read(node, "");
      if (read !== undefined) this.#define(read.name, read.entry, branch);
      return;
    }
    const read = readFunction(node, this.#reading, "");
    if (read === undefined) return;
    if (read.name === "__getattr__") this.#dynamic = wordsIn(this.#source.text.slice(inner.from, inner.to));
    const known = this.#found.get(read.name)?.at(-1);
    if (read.overload) this.#define(read.name, withOverload(known, read.entry), false);
    else if (known?.kind === "function" && known.overloads.length > 0 && !branch)
      this.#define(read.name, { ...read.entry, overloads: known.overloads }, false);
    else this.#define(read.name, read.entry, branch);
  }

  #assign(node: SyntaxNode, branch: boolean): void {
    const { text } = this.#source;
    for (const { name, annotation, value, from } of this.#reading.assignments(node)) {
      if (name.includes(".")) continue;
      if (name === "__all__") {
        if (value !== undefined) this.#listed(value, true);
        continue;
      }
      const annotated = annotation === undefined ? undefined : parseType(annotation, this.#reading.resolve);
      if (value !== undefined && isTypeAlias(annotation, value, this.#reading)) {
        this.#define(name, { kind: "type", type: parseType(value, this.#reading.resolve), typeParams: [] }, branch);
        this.#reading.place(
          name,
          from,
          `type ${name} = ${text
            .slice(from.from, from.to)
            .replace(/^[^=]*=\s*/, "")
            .replaceAll(/\s+/g, " ")}`,
        );
        continue;
      }
      const tuple = value === undefined ? undefined : namedTuple(canonicalText(value, this.#reading.resolve));
      if (tuple !== undefined) {
        this.#define(name, tuple, branch);
        this.#reading.place(name, from, `${name} = ${value?.replaceAll(/\s+/g, " ")}`);
        continue;
      }
      const entry: PyAttribute = this.#reading.attribute(annotation, annotated, value, false);
      this.#define(name, entry, branch);
      this.#reading.place(name, from, text.slice(from.from, from.to).replaceAll(/\s+/g, " "));
    }
  }

  #expression(text: string): void {
    const [, method, argument] = /^__all__\s*\.\s*(extend|append)\s*\(([^]*)\)$/.exec(text) ?? [];
    if (argument !== undefined) this.#listed(method === "append" ? `[${argument}]` : argument);
  }

  /** The strings of `[…] + x.__all__ + […]`. */
  #listed(value: string, fresh = false): void {
    const tokens = tokensOf(value);
    if (fresh || this.#all === null) this.#all = [];
    for (const [at, token] of tokens.entries()) {
      const content = stringContent(token);
      if (content !== undefined) this.#all.push(content);
      if (token !== "__all__") continue;
      let start = at;
      while (tokens[start - 1] === ".") start -= 2;
      this.#allOf.push(canonicalText(tokens.slice(start, at - 1).join(""), this.#reading.resolve));
    }
  }

  #typeDefinition(node: SyntaxNode): void {
    const { text } = this.#source;
    const name = node.getChild("VariableName");
    const value = childrenOf(node).at(-1);
    if (name === null || value === undefined) return;
    const params = this.#reading.typeParams(node);
    const type = parseType(text.slice(value.from, value.to), this.#reading.scoped(params));
    this.#define(text.slice(name.from, name.to), { kind: "type", type, typeParams: params }, false);
    this.#reading.place(text.slice(name.from, name.to), node, text.slice(node.from, node.to).replaceAll(/\s+/g, " "));
  }
}

function withOverload(known: PyName | undefined, entry: Extract<PyName, { kind: "function" }>): PyName {
  const before = known?.kind === "function" ? known.overloads : [];
  return { ...entry, overloads: [...before, { parameters: entry.parameters, returns: entry.returns }] };
}

function isTypeAlias(annotation: string | undefined, value: string, reading: Reading): boolean {
  if (annotation !== undefined) return /(?:^|\.)TypeAlias$/.test(annotation.trim());
  const [, head] = /^([\w.]+)\s*\[/.exec(value.trim()) ?? [];
  if (head === undefined || head === "") return false;
  const name = plainName(canonicalText(head, reading.resolve));
  return /^(?:Union|Optional|Callable|Literal|list|dict|tuple|set|frozenset|type|Sequence|Mapping|Iterable|Iterator|Awaitable|Coroutine|Generator|MutableMapping|MutableSequence)$/.test(
    name,
  );
}
