/**
 * Asks the TypeScript compiler whether a new type can stand for an old one.
 *
 * One program holds both versions below `/before` and `/after`. Where every name of a question is found
 * in one version, both types are written into that version's file, so that only the difference of the
 * texts counts: what the names mean is compared apart. Otherwise each is written where it belongs and
 * the two are compared across. Modules from outside are opaque: a difference there is unknown.
 */
import { CompilerHost, externalStubs, STUBS, virtualPath } from "./program.ts";
import type { Linker } from "../link.ts";
import { referenceNames } from "./side.ts";
import type { Leaf, Question, Verdict } from "./outcome.ts";
import { judge } from "./judge.ts";
import type { TypeParameter } from "../structure.ts";

/** Answers all questions with one program. */
export function answerQuestions(
  questions: readonly Question[],
  before: Linker,
  after: Linker,
): (question: Question) => Verdict {
  const answers = new Map<string, Verdict>();
  const asked = new Map<string, Question>();
  for (const question of questions) asked.set(questionKey(question), question);
  if (asked.size > 0) ask([...asked], before, after, answers);
  return (question) => answers.get(questionKey(question)) ?? "unknown";
}

function questionKey({ old, new: next, sign }: Question): string {
  return JSON.stringify([
    old.text.text,
    old.file,
    old.scope,
    old.typeParameters,
    next.text.text,
    next.file,
    next.scope,
    next.typeParameters,
    sign,
  ]);
}

function ask(
  questions: readonly (readonly [string, Question])[],
  before: Linker,
  after: Linker,
  answers: Map<string, Verdict>,
): void {
  const probes = new Map<string, string[]>();
  const write = (file: string, line: string): void => {
    const lines = probes.get(file);
    if (lines === undefined) probes.set(file, [line]);
    else lines.push(line);
  };
  const places = questions.map(([, question], index) => place(question, index, before, after, write));
  const host = new CompilerHost(before, after, probes, externalStubs(before, after));
  for (const [index, [key, question]] of questions.entries()) {
    const at = places[index];
    const types = at === undefined ? undefined : host.types(at, `__p${index}`);
    const verdict =
      types === undefined
        ? "unknown"
        : judge(host.checker, types.old, types.new, question.sign, {
            stubs: STUBS,
            across: at?.startsWith("/probe/") === true,
          });
    answers.set(
      key,
      verdict === "unknown" && at !== undefined && question.old.typeParameters.length > 0
        ? bySamples(host, at, index, question)
        : verdict,
    );
  }
}

/**
 * Where the compiler can't tell for every type argument, one argument that breaks is proof enough; none
 * among the samples proves nothing.
 */
function bySamples(host: CompilerHost, file: string, index: number, question: Question): Verdict {
  for (const sample of SAMPLES.keys()) {
    const types = host.types(file, `__s${index}_${sample}`);
    if (types === undefined || !host.fits(file, `__f${index}_${sample}`)) continue;
    if (
      judge(host.checker, types.old, types.new, question.sign, { stubs: STUBS, across: file.startsWith("/probe/") }) ===
      "no"
    )
      return "no";
  }
  return "unknown";
}

const SAMPLES = [
  "string",
  "number",
  "{ a: string; b?: number }",
  '"x"',
  "string[]",
  "undefined",
  "(value: string) => number",
];

type Write = (file: string, line: string) => void;

/** Writes the probe of a question and says in which file it is. */
function place(question: Question, index: number, before: Linker, after: Linker, write: Write): string {
  const { old, new: next } = question;
  const side = commonSide(old, next, before, after);
  const [olds, news] = [parameterNames(old), parameterNames(next)];
  const self = usesThis(old.text.text) || usesThis(next.text.text);
  const extra = self ? ["__This"] : [];
  const oldAlias = alias(`__o${index}`, old, extra);
  const newAlias = alias(`__n${index}`, next, extra);
  // Type parameters are matched by place: both types get the old ones, under the old constraints.
  const given = (names: readonly string[]): string => {
    const values = [...names.map((_, at) => olds[at] ?? "any"), ...extra];
    return values.length === 0 ? "" : `<${values.join(", ")}>`;
  };
  const probe = (head: string): string =>
    `export type __p${index}${head} = { o: __o${index}${given(olds)}; n: __n${index}${given(news)} };`;
  if (side !== undefined) {
    const file = side === "before" ? virtualPath("before", old.file) : virtualPath("after", next.file);
    write(
      file,
      `${oldAlias}\n${newAlias}\n${samples(question, index)}\n${probe(header(side === "before" ? old.typeParameters : renamed(old, next), extra))}`,
    );
    return file;
  }
  const [oldFile, newFile, file] = [
    virtualPath("before", old.file),
    virtualPath("after", next.file),
    `/probe/p${index}.ts`,
  ];
  write(oldFile, oldAlias);
  write(newFile, newAlias);
  const imports = [
    `import type { __o${index} } from ${JSON.stringify(oldFile)};`,
    `import type { __n${index} } from ${JSON.stringify(newFile)};`,
  ];
  write(
    file,
    [
      ...imports,
      samples(question, index),
      probe(
        header(
          old.typeParameters.map(({ name }) => ({ name })),
          extra,
        ),
      ),
    ].join("\n"),
  );
  return file;
}

/** The same question for sample arguments, and whether the samples meet the constraints of both. */
function samples({ old, new: next }: Question, index: number): string {
  if (old.typeParameters.length === 0 || usesThis(old.text.text) || usesThis(next.text.text)) return "";
  return SAMPLES.map((sample, at) => {
    const given = (leaf: Leaf): string =>
      leaf.typeParameters.length === 0 ? "" : `<${leaf.typeParameters.map(() => sample).join(", ")}>`;
    const limits = [...old.typeParameters, ...next.typeParameters].map(
      (parameter) => parameter.constraint?.text ?? "unknown",
    );
    const simple = limits.every((limit) => limit === "unknown" || SIMPLE.test(limit));
    const fits = simple ? limits.map((limit) => `[${sample}] extends [${limit}] ? 1 : 0`).join(", ") : "0";
    return `export type __s${index}_${at} = { o: __o${index}${given(old)}; n: __n${index}${given(next)} };\nexport type __f${index}_${at} = [${fits}];`;
  }).join("\n");
}

/** Constraints that name nothing, so that they mean the same wherever the probe stands. */
const SIMPLE =
  /^(?:string|number|boolean|object|symbol|bigint|unknown|any|undefined|null|[\s|&[\]]|"[^"]*"|readonly|PropertyKey|Record<string, (?:any|unknown)>|\{\})+$/;

/** The version in which both texts can be read, if there is one. */
function commonSide(old: Leaf, next: Leaf, before: Linker, after: Linker): "before" | "after" | undefined {
  const [olds, news] = [referenceNames(old.text), referenceNames(next.text)];
  if ([...olds, ...news].some((name) => name.startsWith("cross"))) return undefined;
  const own = new Set([...old.typeParameters, ...next.typeParameters].map((parameter) => parameter.name));
  const onlyOld = [...olds].filter((name) => !news.has(name) && !own.has(name));
  const onlyNew = [...news].filter((name) => !olds.has(name) && !own.has(name));
  // A name that one side alone uses is read where it is used.
  if (onlyOld.every((name) => !means(before, old, name)) && readable(olds, before, old, after, next)) return "after";
  if (onlyNew.every((name) => !means(after, next, name)) && readable(news, after, next, before, old)) return "before";
  return undefined;
}

/** Every name that means something where it was written means something in the other version too. */
function readable(names: ReadonlySet<string>, from: Linker, leaf: Leaf, to: Linker, other: Leaf): boolean {
  return [...names].every((name) => means(to, other, name) || !means(from, leaf, name));
}

function means(links: Linker, leaf: Leaf, name: string): boolean {
  return links.resolve(leaf.file, leaf.scope, name).kind !== "global";
}

function parameterNames(leaf: Leaf): string[] {
  return leaf.typeParameters.map((parameter) => parameter.name);
}

function alias(name: string, leaf: Leaf, extra: readonly string[]): string {
  return `export type ${name}${header(leaf.typeParameters, extra)} = ${extra.length > 0 ? withoutThis(leaf.text.text) : leaf.text.text};`;
}

function header(parameters: readonly Pick<TypeParameter, "name" | "constraint">[], extra: readonly string[]): string {
  const texts = [
    ...parameters.map(({ name, constraint }) =>
      constraint === undefined ? name : `${name} extends ${constraint.text}`,
    ),
    ...extra,
  ];
  return texts.length === 0 ? "" : `<${texts.join(", ")}>`;
}

/** The old parameters under the new constraints, for a probe that stands in the new version. */
function renamed(old: Leaf, next: Leaf): Pick<TypeParameter, "name" | "constraint">[] {
  return old.typeParameters.map((parameter, index) => {
    const other = next.typeParameters[index];
    if (other?.constraint?.text === parameter.constraint?.text) return parameter;
    return { name: parameter.name };
  });
}

const THIS = /(?<![\w$."'`])this(?![\w$"'`])(?!\s*(?:is\b|:|\?))/g;

function usesThis(text: string): boolean {
  return text.search(THIS) >= 0;
}

function withoutThis(text: string): string {
  return text.replace(THIS, "__This");
}
