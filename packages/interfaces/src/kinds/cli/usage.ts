/** The texts in which libraries take declarations: `-p, --port <number>` and `build <entry> [...rest]`. */
import type { ArgumentDraft, Taking } from "./draft.ts";

export interface FlagText {
  readonly flags: readonly string[];
  readonly taking: Taking;
}

/** `undefined` where no spelling of an option is in it. */
export function parseFlags(text: string): FlagText | undefined {
  const flags = text.match(/(?:^|(?<=[\s,|/]))--?[^\s,|/=<[]+/g) ?? [];
  if (flags.length === 0) return undefined;
  const value = /[<[]([^>\]]*)[>\]]/.exec(text);
  if (value === null) return { flags, taking: "nothing" };
  if (/^\.\.\.|\.\.\.$/.test(value[1] ?? "")) return { flags, taking: "many" };
  return { flags, taking: value[0].startsWith("<") ? "one" : "perhaps" };
}

/** The name of a command, other names for it, and its arguments. */
export interface UsageText {
  readonly names: readonly string[];
  readonly args: readonly ArgumentDraft[];
}

/** `<a>` must be given, `[a]` may, `<a...>` and `[...a]` take the rest. */
export function parseUsage(text: string, line: number): UsageText {
  const at = text.search(/[<[]/);
  const head = at < 0 ? text : text.slice(0, at);
  const names = head
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const args = [...(at < 0 ? "" : text.slice(at)).matchAll(/([<[])([^>\]]+)[>\]](\.\.\.)?/g)].map(
    ([, open = "", inner = "", dots]) => ({
      name: inner.replaceAll(".", "").trim(),
      required: open === "<",
      variadic: dots !== undefined || inner.includes(".."),
      line,
    }),
  );
  return { names, args };
}
