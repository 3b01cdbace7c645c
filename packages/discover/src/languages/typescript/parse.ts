/**
 * The parser behind one small interface, because oxc has two ways to hand over what it parsed.
 *
 * The *lazy* way leaves the syntax tree in native memory and builds only the nodes that are looked
 * at: half the time for a module record, a tenth for finding a few calls in a large file. It is
 * marked experimental and needs a 64-bit machine, so the *plain* way (the whole tree as JSON) stays
 * as the fallback; a test holds both to the same answers.
 */
import * as oxc from "oxc-parser";

interface ImportedNames {
  readonly start: number;
  readonly specifier: string;
  readonly names: readonly { readonly name: string; readonly type: boolean }[];
}

interface ExportedNames {
  readonly start: number;
  /** Names exported, `*` for everything of `from`. */
  readonly exported: readonly string[];
  /** Present for `export … from`. */
  readonly from?: string;
  readonly names: readonly { readonly name: string; readonly type: boolean }[];
}

interface DynamicImport {
  readonly start: number;
  /** Where its argument stands in the text. */
  readonly argument: readonly [start: number, end: number];
}

interface SyntaxTrouble {
  readonly message: string;
  readonly start: number | undefined;
}

/** A node of either kind of tree, as loosely typed as that; read it through `node.ts`. */
export type Node = object;
type Visitor = (node: Node) => void;

export type Visitors = Readonly<Record<string, Visitor>>;

export interface ParsedScript {
  readonly imports: readonly ImportedNames[];
  readonly exports: readonly ExportedNames[];
  readonly dynamicImports: readonly DynamicImport[];
  readonly trouble: readonly SyntaxTrouble[];
  visit(visitors: Visitors): void;
  /** Gives the memory back; nothing of the result may be used afterwards. */
  dispose(): void;
}

export type Dialect = "js" | "jsx" | "ts" | "tsx" | "dts";

/** Parses without ever throwing for bad input; what could be read before a syntax error is there. */
export function parseScript(text: string, dialect: Dialect): ParsedScript {
  if (!lazyWorks()) return parsePlain(text, dialect);
  const result = lazy.parseSync(`file.${dialect}`, text, { lang: dialect, experimentalLazy: true });
  return {
    ...moduleRecord(result),
    visit: (visitors) => result.visit(new (lazy.experimentalGetLazyVisitor())(visitors)),
    dispose: () => result.dispose(),
  };
}

/** The fallback; exported so that a test can compare the two. @internal */
export function parsePlain(text: string, dialect: Dialect): ParsedScript {
  const result = oxc.parseSync(`file.${dialect}`, text, { lang: dialect });
  return {
    ...moduleRecord(result),
    visit: (visitors) => new oxc.Visitor(visitors).visit(result.program),
    dispose: () => {},
  };
}

let supported: boolean | undefined;

/** Tried once: it also fails where address space is limited, which no flag tells. */
function lazyWorks(): boolean {
  if (supported !== undefined) return supported;
  try {
    lazy.parseSync("file.js", "0", { lang: "js", experimentalLazy: true }).dispose();
    supported = oxc.rawTransferSupported();
  } catch {
    supported = false;
  }
  return supported;
}

/** What the typings of oxc-parser leave out. */
interface LazyResult {
  readonly module: RawModule;
  readonly errors: readonly RawError[];
  visit(visitor: object): void;
  dispose(): void;
}

const lazy = oxc as unknown as {
  parseSync(name: string, text: string, options: { lang: Dialect; experimentalLazy: true }): LazyResult;
  experimentalGetLazyVisitor(): new (visitors: Visitors) => object;
};

/** A name: an object with `name` or `value`, `"all"` and kin, or a span for `default`; the two ways differ. */
type RawName = string | { readonly kind?: string; readonly name?: string | null; readonly value?: string };

interface RawModule {
  readonly staticImports: readonly {
    readonly start: number;
    readonly moduleRequest: { readonly value: string };
    readonly entries: readonly { readonly importName: RawName; readonly isType: boolean }[];
  }[];
  readonly staticExports: readonly {
    readonly start: number;
    readonly entries: readonly {
      readonly moduleRequest: { readonly value: string } | null;
      readonly importName: RawName;
      readonly exportName: RawName;
      readonly isType: boolean;
    }[];
  }[];
  readonly dynamicImports: readonly {
    readonly start: number;
    readonly moduleRequest: { readonly start: number; readonly end: number };
  }[];
}

interface RawError {
  readonly message: string;
  readonly labels: readonly { readonly start: number }[];
}

function moduleRecord(result: { readonly module: RawModule; readonly errors: readonly RawError[] }) {
  const { module } = result;
  return {
    imports: module.staticImports.map((statement) => ({
      start: statement.start,
      specifier: statement.moduleRequest.value,
      names: statement.entries.map((entry) => ({ name: nameOf(entry.importName), type: entry.isType })),
    })),
    exports: module.staticExports.map((statement) => {
      const from = statement.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest?.value;
      return {
        start: statement.start,
        exported: statement.entries.map((entry) => nameOf(entry.exportName)),
        names: statement.entries.map((entry) => ({ name: nameOf(entry.importName), type: entry.isType })),
        ...(from === undefined ? {} : { from }),
      };
    }),
    dynamicImports: module.dynamicImports.map((call) => ({
      start: call.start,
      argument: [call.moduleRequest.start, call.moduleRequest.end] as const,
    })),
    trouble: result.errors.map((error) => ({ message: error.message, start: error.labels[0]?.start })),
  };
}

function nameOf(name: RawName): string {
  if (typeof name === "string") return "*";
  const text = name.name ?? name.value;
  if (typeof text === "string") return text;
  return name.kind === undefined || name.kind === "Default" ? "default" : "*";
}
