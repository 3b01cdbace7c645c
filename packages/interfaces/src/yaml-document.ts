/** A YAML or JSON text as plain data, with the lines of its keys. */
import type { Problem } from "@freehold/model";
import { isMap, LineCounter, parseDocument } from "yaml";
import type { Json } from "./kind.ts";

export interface YamlDocument {
  /** Undefined when the text is not valid. */
  readonly root: Json | undefined;
  /** The line of the key at a path, or of the nearest one above it that is there. */
  lineOf(path: readonly (string | number)[]): number | undefined;
  /** The comment in front of the key at a path. */
  commentOf(path: readonly (string | number)[]): string | undefined;
  readonly problems: readonly Problem[];
}

/** `kind` names the reader in the problem's code. Aliases are bounded: a "billion laughs" text is a problem. */
export function readYaml(kind: string, path: string, text: string): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: "silent",
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = counter.linePos(error.pos[0]).line;
    return nothing({
      code: `${kind}/invalid-yaml`,
      severity: "warning",
      message: error.message,
      path,
      ...(line > 0 ? { line } : {}),
    });
  }
  let root: Json;
  try {
    root = (document.toJS({ maxAliasCount: 100 }) ?? null) as Json;
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure);
    return nothing({ code: `${kind}/invalid-yaml`, severity: "warning", message, path });
  }
  const pairAt = (at: readonly (string | number)[]) => {
    const parent = document.getIn(at.slice(0, -1), true);
    return isMap(parent)
      ? parent.items.find(({ key }) => String((key as { value?: unknown } | null)?.value ?? key) === String(at.at(-1)))
      : undefined;
  };
  return {
    root,
    problems: [],
    lineOf(at) {
      for (let depth = at.length; depth > 0; depth--) {
        const key: unknown = pairAt(at.slice(0, depth))?.key;
        const range = (key as { range?: readonly number[] | null } | undefined)?.range;
        if (range?.[0] !== undefined) return counter.linePos(range[0]).line;
      }
      return undefined;
    },
    commentOf(at) {
      const key = pairAt(at)?.key as { commentBefore?: string | null } | undefined;
      return key?.commentBefore ?? undefined;
    },
  };
}

function nothing(problem: Problem): YamlDocument {
  return { root: undefined, lineOf: () => undefined, commentOf: () => undefined, problems: [problem] };
}
