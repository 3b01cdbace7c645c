/** The elements of an environment: one for each variable, from all places that read it. */
import type { Extraction, Json, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";
import { languageOf } from "../../syntax/language.ts";
import { openSource, type SourceText } from "../../syntax/source.ts";
import { EXAMPLE, SHELL } from "./files.ts";
import { exampleReads, javaReads, rustReads, shellReads } from "./other-reads.ts";
import { digestOfUnread, tooDeep, unreadElement } from "../../syntax/unread.ts";
import type { DynamicRead, FileReads, Read } from "./read.ts";
import { readSources } from "./source-reads.ts";
import { toolThatSets } from "./set-by-tools.ts";
import { WAYS } from "./ways.ts";

const OTHERS = { rust: /\benv::var/, java: /\bSystem\.getenv\(/ };

/** Whether there may be something in a text; only then is it parsed. */
export function mayRead({ path, text }: Source): boolean {
  if (EXAMPLE.test(path)) return true;
  if (SHELL.test(path)) return /\$\{\w+:?[?=-]/.test(text);
  const language = languageOf(path);
  if (language === undefined) return false;
  if (language === "rust" || language === "java") return OTHERS[language].test(text);
  return WAYS[language]?.mentions.test(text) === true;
}

export function extract(sources: readonly Source[]): Extraction {
  const found = [...new Set(sources)].sort((a, b) => (a.path < b.path ? -1 : 1));
  const texts: SourceText[] = [];
  const read: FileReads[] = [];
  const unread: Source[] = [];
  for (const source of found) {
    const language = languageOf(source.path);
    if (EXAMPLE.test(source.path)) read.push(exampleReads(source.path, source.text));
    else if (SHELL.test(source.path)) read.push(shellReads(source.path, source.text));
    else if (language !== undefined) {
      const opened = openSource(source, language);
      if (opened === undefined) unread.push(source);
      else if (language === "rust") read.push(rustReads(opened));
      else if (language === "java") read.push(javaReads(opened));
      else texts.push(opened);
    }
  }
  for (const file of ["javascript", "python", "go"] as const)
    read.push(...readSources(texts.filter(({ language }) => language === file)));
  const byName = Map.groupBy(
    read.flatMap(({ reads }) => reads),
    ({ name }) => name,
  );
  const dynamic = read.flatMap((one) => one.dynamic);
  const elements = [
    ...[...byName].map(([name, reads]) => variable(name, reads)),
    ...furtherElement(dynamic),
    ...unread.map(({ path, text }) => unreadElement("environment", { path, digest: digestOfUnread(text) })),
  ];
  return {
    elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: unread.map((source) => tooDeep("environment", source)),
  };
}

/** Who needs it anywhere needs it; what is taken without it may differ from place to place. */
function variable(name: string, reads: readonly Read[]): ShapedElement {
  const code = reads.filter(({ rule }) => rule !== "documented");
  const documented = reads.find(({ rule }) => rule === "documented");
  const first = code[0] ?? documented;
  const demanded =
    code.some((read) => read.required === true) || (code.some((read) => read.required === "perhaps") && "perhaps");
  const tool = toolThatSets(name);
  const required = demanded === true && tool !== undefined ? "perhaps" : demanded;
  const texts = code.flatMap((read) => (read.default === undefined ? [] : [JSON.stringify(read.default)]));
  const defaults = [...new Set(texts)].sort().map((text) => JSON.parse(text) as Json);
  const schema = code.find(({ rule }) => rule === "schema");
  const structure: Json = {
    required,
    ...(required === true || defaults.length === 0
      ? {}
      : { default: defaults.length === 1 ? (defaults[0] ?? null) : defaults }),
    ...(schema?.type === undefined ? {} : { type: schema.type }),
    ...(schema?.choices === undefined ? {} : { choices: [...schema.choices].sort() }),
  };
  const tail =
    required === false
      ? defaultText(defaults)
      : required === true
        ? " (required)"
        : ` (${tool === undefined ? "required by some" : `required; ${tool} sets it`})`;
  return element({
    id: `variable ${name}`,
    kind: "variable",
    name,
    signature: `${name}${schema?.choices === undefined ? (schema?.type === undefined ? "" : `: ${schema.type}`) : `: ${schema.choices.join("|")}`}${tail}`,
    structure,
    doc: documented?.doc,
    rule: `environment.${first?.rule ?? "read"}`,
    path: first?.path ?? "",
    line: first?.line,
    detail: code.length > 1 ? `read in ${code.length} places` : undefined,
  });
}

function defaultText(defaults: readonly Json[]): string {
  return defaults.length === 0 ? "" : ` = ${defaults.map((value) => JSON.stringify(value)).join(" or ")}`;
}

function furtherElement(dynamic: readonly DynamicRead[]): ShapedElement[] {
  const [first] = dynamic;
  if (first === undefined) return [];
  const digests = [...new Set(dynamic.map(({ digest }) => digest.slice(0, 8)))].sort();
  return [
    element({
      id: "further variables",
      kind: "unread",
      name: "further variables",
      signature: `variables whose names are computed (source ${digests.slice(0, 8).join(" ")})`,
      rule: "environment.read",
      path: first.path,
      line: first.line,
    }),
  ];
}
