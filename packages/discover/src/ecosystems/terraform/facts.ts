/** What one `.tf` file says about its module. */
import { attributeOf, type HclBody, type HclToken, literal, readHcl } from "@freehold/interfaces";
import type { Parsed } from "../ecosystem.ts";

export interface TerraformFacts {
  /** Of its first block. */
  readonly line: number;
  readonly modules: readonly { readonly source: string; readonly version?: string; readonly line: number }[];
  readonly providers: readonly { readonly source: string; readonly version?: string; readonly line: number }[];
}

const BLOCKS: ReadonlySet<string> = new Set(
  "terraform provider resource data ephemeral module variable output locals moved removed import check action".split(
    " ",
  ),
);

/** A file without any block of the language is no part of a module. */
export function parseTerraform(text: string): Parsed<TerraformFacts> {
  const { body, problems } = readHcl(text);
  const blocks = body.blocks.filter(({ type }) => BLOCKS.has(type));
  const [first] = blocks;
  const found = problems.slice(0, 5).map(({ message, line }) => ({
    code: "terraform/invalid",
    severity: "warning" as const,
    message,
    hint: "What stands there is not counted; `terraform validate` says more.",
    line,
    column: 1,
  }));
  if (first === undefined) return { facts: undefined, problems: found };
  const modules = blocks
    .filter(({ type }) => type === "module")
    .flatMap(({ body: inner, line }) => {
      const [source, version] = [textOf(inner, "source"), textOf(inner, "version")];
      return source === undefined ? [] : [{ source, ...(version !== undefined && { version }), line }];
    });
  const required = blocks.filter(({ type }) => type === "terraform").flatMap(({ body: inner }) => inner.blocks);
  const providers = required
    .filter(({ type }) => type === "required_providers")
    .flatMap(({ body: inner }) =>
      inner.attributes.map(({ name, value, line }) => ({ ...providerOf(name, value), line })),
    );
  return { facts: { line: first.line, modules, providers }, problems: found };
}

function textOf(body: HclBody, name: string): string | undefined {
  const attribute = attributeOf(body, name);
  const value = attribute === undefined ? undefined : literal(attribute.value)?.value;
  return typeof value === "string" ? value : undefined;
}

/** `{ source = "hashicorp/aws", version = "…" }`, or from before 0.13 a version alone. */
function providerOf(name: string, tokens: readonly HclToken[]): { source: string; version?: string } {
  const entry = (key: string) => {
    const at = tokens.findIndex(({ text }, index) => text === key && tokens[index + 1]?.text === "=");
    const value = at < 0 ? undefined : literal(tokens.slice(at + 2, at + 3))?.value;
    return typeof value === "string" ? value : undefined;
  };
  const plain = literal(tokens)?.value;
  const version = typeof plain === "string" ? plain : entry("version");
  const source = (entry("source") ?? `hashicorp/${name}`).replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, "");
  return { source, ...(version !== undefined && { version }) };
}
