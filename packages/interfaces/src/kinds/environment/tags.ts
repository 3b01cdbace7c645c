/** Variables that tags of Go's structs name: `env:"NAME,required"`, `envDefault:"x"`, `envconfig:"NAME" default:"x"`. */
import type { SourceText } from "../../syntax/source.ts";
import type { Read } from "./read.ts";

/** A name in capitals behind `env` or `envconfig` is one of the environment, whichever library reads it. */
export function tagReads({ path, text }: SourceText, lineAt: (offset: number) => number): Read[] {
  return [...text.matchAll(/`([^`\n]*\b(?:env|envconfig):"([A-Z_][A-Z\d_]*)((?:,[^"]*)?)"[^`\n]*)`/g)].map(
    (match): Read => {
      const [, tag = "", name = "", more = ""] = match;
      const fallback = /\b(?:envDefault|default):"([^"]*)"/.exec(tag)?.[1] ?? /,default=([^,]*)/.exec(more)?.[1];
      const required = /,(?:required|notEmpty)\b/.test(more) || /\brequired:"true"/.test(tag);
      return {
        name,
        path,
        line: lineAt(match.index),
        required: required && fallback === undefined,
        rule: "schema",
        ...(fallback !== undefined && { default: fallback }),
      };
    },
  );
}
