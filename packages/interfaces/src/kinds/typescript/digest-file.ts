/**
 * The digest of one file. Runs in a process of its own (`digest-process.ts`): native parsers are fast,
 * and a fault in one must not take the scan with it.
 */
import { parseSync } from "oxc-parser";
import { isolatedDeclarationSync } from "oxc-transform";
import { withoutAmbientModule } from "./ambient-module.ts";
import { destructured, type Binding, withoutEmptyStatements } from "./bindings.ts";
import { declarationsOf } from "./declarations.ts";
import { digestScript } from "./digest-script.ts";
import { metaReader } from "./doc-comment.ts";
import type { FileDigest } from "./file-digest.ts";
import { hashOf } from "./hash.ts";
import { blankPrivate } from "./private-members.ts";
import { linksOf, modulesOf, sourceModules } from "./program-links.ts";
import { sourcePositions } from "./source-map.ts";
import type { Declaration, Member } from "./structure.ts";
import { lineOf, linesOf, lineStarts } from "../../syntax/lines.ts";

/** Reads a TypeScript, declaration or JavaScript file; trouble becomes a problem of the digest. */
export function digestFile(path: string, text: string): FileDigest {
  if (/\.[cm]?jsx?$/.test(path)) return digestScript(path, text);
  if (/\.d\.([^.]+\.)?[cm]?ts$/.test(path)) return digestDeclarations(text);
  const emitted = isolatedDeclarationSync(path, text, { sourcemap: true });
  if (
    emitted.code.trim() === "" &&
    emitted.errors.length > 0 &&
    !emitted.errors.every((error) => error.message.startsWith("TS90"))
  ) {
    return broken(
      text,
      emitted.errors[0]?.message ?? "it does not parse",
      linesOf(text)(emitted.errors[0]?.labels[0]?.start ?? 0),
    );
  }
  const inferredAt = emitted.errors.map((error) => error.labels[0]?.start ?? 0);
  const bindings = inferredAt.length === 0 ? [] : destructured(text);
  const origin = { source: text, mappings: emitted.map?.mappings ?? "", inferredAt, bindings };
  return digestDeclarations(bindings.length === 0 ? emitted.code : withoutEmptyStatements(emitted.code), origin);
}

interface Origin {
  readonly source: string;
  readonly mappings: string;
  /** Offsets in the source of what only the compiler can infer. */
  readonly inferredAt: readonly number[];
  readonly bindings: readonly Binding[];
}

function digestDeclarations(whole: string, origin?: Origin): FileDigest {
  const text = origin === undefined ? withoutAmbientModule(whole) : whole;
  const parsed = parseSync("a.d.ts", text, { lang: "dts", sourceType: "module", preserveParens: true });
  const error = parsed.errors.find(({ severity }: { readonly severity: string }) => severity === "Error");
  if (error !== undefined && parsed.program.body.length === 0) {
    return broken(text, error.message, linesOf(text)(error.labels[0]?.start ?? 0));
  }
  const locate = locator(text, origin);
  const meta = metaReader(text, parsed.comments, locate);
  const declared = declarationsOf(parsed.program.body, { source: text, meta });
  const inferred = origin !== undefined && origin.inferredAt.length > 0;
  const declarations = hashed(inferred ? { ...markInferred(declared, origin), ...bound(origin) } : declared);
  const own = linksOf(parsed.program);
  const exports = (origin?.bindings ?? []).filter(({ exported }) => exported);
  const links = { ...own, exports: [...own.exports, ...exports.map(({ name }) => ({ name, local: name }))] };
  const modules = inferred ? sourceModules(origin.source) : modulesOf(parsed.program, text);
  const blanked = blankPrivate(parsed.program, text);
  const content = inferred ? origin.source : JSON.stringify([hashesOf(declarations), links, modules]);
  return {
    hash: hashOf(content),
    text: blanked,
    declarations,
    ...links,
    modules,
    ...(inferred && { inferred: true }),
    problems: [],
  };
}

/** What is bound by destructuring, as variables whose types only the compiler knows. */
function bound({ source, bindings }: Origin): Record<string, Declaration[]> {
  const starts = lineStarts(source);
  return Object.fromEntries(
    bindings.map(({ name, start }) => [
      name,
      [{ kind: "variable", type: { text: "unknown" }, inferred: true, meta: { line: lineOf(starts, start) + 1 } }],
    ]),
  );
}

/** Puts the hash of each declaration and member beside it. */
function hashed(declared: Readonly<Record<string, Declaration[]>>): Record<string, Declaration[]> {
  return Object.fromEntries(Object.entries(declared).map(([name, list]) => [name, list.map(withHash)]));
}

function withHash(declaration: Declaration): Declaration {
  const meta = { ...(declaration.meta ?? { line: 1 }), hash: hashOf(JSON.stringify(declaration, dropMeta)) };
  if (declaration.kind === "class" || declaration.kind === "interface")
    return { ...declaration, members: declaration.members.map(memberHash), meta };
  if (declaration.kind === "alias" && declaration.object !== undefined) {
    return {
      ...declaration,
      object: { ...declaration.object, members: declaration.object.members.map(memberHash) },
      meta,
    };
  }
  if (declaration.kind === "namespace") {
    const inner = Object.entries(declaration.declarations).map(([name, list]) => [name, list.map(withHash)] as const);
    return { ...declaration, declarations: Object.fromEntries(inner), meta };
  }
  return { ...declaration, meta };
}

function memberHash(member: Member): Member {
  return { ...member, meta: { ...(member.meta ?? { line: 1 }), hash: hashOf(JSON.stringify(member, dropMeta)) } };
}

function dropMeta(key: string, value: unknown): unknown {
  return key === "meta" ? undefined : value;
}

function hashesOf(declarations: Readonly<Record<string, readonly Declaration[]>>): unknown {
  return Object.entries(declarations).map(([name, list]) => [name, list.map((declaration) => declaration.meta?.hash)]);
}

function broken(text: string, message: string, line: number): FileDigest {
  const problems = [{ code: "typescript/syntax-error", severity: "warning" as const, message, line }];
  return { hash: hashOf(text), text: "", declarations: {}, imports: {}, exports: [], stars: [], modules: [], problems };
}

/** From an offset in the declarations to the line, from one, in the file that people edit. */
function locator(text: string, origin: Origin | undefined): (offset: number) => number {
  const starts = lineStarts(text);
  if (origin === undefined) return (offset) => lineOf(starts, offset) + 1;
  const positions = sourcePositions(origin.mappings);
  return (offset) => {
    const line = lineOf(starts, offset);
    const found = positions(line, offset - (starts[line] ?? 0));
    return (found?.line ?? 0) + 1;
  };
}

/** Marks the declarations that the compiler must look at: the last to begin before each of the places. */
function markInferred(
  declared: Readonly<Record<string, Declaration[]>>,
  origin: Origin,
): Record<string, Declaration[]> {
  const starts = lineStarts(origin.source);
  const begins = Object.entries(declared)
    .flatMap(([name, list]) => list.map((item) => ({ name, line: (item.meta?.line ?? 1) - 1 })))
    .sort((a, b) => a.line - b.line);
  const marked = new Set<string>();
  for (const offset of origin.inferredAt) {
    const line = lineOf(starts, offset);
    const owner = begins.findLast((item) => item.line <= line);
    for (const item of owner === undefined ? begins : begins.filter((other) => other.line === owner.line))
      marked.add(item.name);
  }
  return Object.fromEntries(
    Object.entries(declared).map(([name, list]) => [
      name,
      marked.has(name)
        ? list.map((item) =>
            item.kind === "interface" || item.kind === "alias" ? item : { ...item, inferred: true as const },
          )
        : list,
    ]),
  );
}
