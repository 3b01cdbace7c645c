/** What a Dockerfile builds on: the images of its stages and those it copies from. */
import type { Parsed } from "../ecosystem.ts";
import { loadable } from "../reading/loadable.ts";
import { substitute } from "./reference.ts";

interface ImageUse {
  readonly reference: string;
  readonly line: number;
  /** Of the last stage: what the image consists of; the others only help to build it. */
  readonly final: boolean;
}

export interface DockerfileFacts {
  readonly kind: "dockerfile";
  readonly uses: readonly ImageUse[];
  /** References with a variable that has no default. */
  readonly unknown: readonly ImageUse[];
  readonly title?: string;
  readonly description?: string;
}

/** Far beyond what people write; the parser takes the square of the length of some lines. */
const MAX_LENGTH = 1 << 16;
const MAX_LINE = 2000;

const parser = loadable(async () => await import("dockerfile-ast"));
export const loadDockerfileParser = parser.load;

export function parseDockerfile(text: string): Parsed<DockerfileFacts> {
  if (text.length > MAX_LENGTH) return { facts: undefined, problems: [tooLarge()] };
  const file = parser.get().DockerfileParser.parse(bounded(text));
  const values = new Map<string, string>();
  for (const argument of file.getInitialARGs()) {
    const property = argument.getProperty();
    const value = property?.getValue();
    if (property !== null && property !== undefined && value !== null && value !== undefined)
      values.set(property.getName(), substitute(value, values) ?? value);
  }
  const froms = file.getFROMs();
  const stages = new Set<string>();
  const uses: ImageUse[] = [];
  const unknown: ImageUse[] = [];
  function add(raw: string | null | undefined, line: number, final: boolean): void {
    if (raw === null || raw === undefined) return;
    const reference = substitute(raw, values);
    if (reference === undefined) unknown.push({ reference: raw, line, final });
    else if (!stages.has(reference.toLowerCase()) && reference !== "scratch" && !/^\d+$/.test(reference))
      uses.push({ reference, line, final });
  }
  for (const [index, from] of froms.entries()) {
    add(from.getImage(), (from.getRange()?.start.line ?? 0) + 1, index === froms.length - 1);
    const stage = from.getBuildStage();
    if (stage !== null) stages.add(stage.toLowerCase());
  }
  for (const copy of file.getCOPYs())
    add(copy.getFromFlag()?.getValue(), (copy.getRange()?.start.line ?? 0) + 1, false);
  return {
    facts: { kind: "dockerfile", uses, unknown, ...labels(text) },
    problems: froms.length === 0 ? [withoutFrom()] : [],
  };
}

/** Long lines are cut and rulers of `#` shortened: neither says anything about images. */
function bounded(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const short = /^\s*##/.test(line) ? "#" : line.slice(0, MAX_LINE);
      return line.length > MAX_LINE && line.trimEnd().endsWith("\\") ? `${short}\\` : short;
    })
    .join("\n");
}

/** https://github.com/opencontainers/image-spec/blob/main/annotations.md */
function labels(text: string): { title?: string; description?: string } {
  const title = label(text, "title");
  const description = label(text, "description");
  return { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
}

function label(text: string, key: string): string | undefined {
  const match = new RegExp(
    `org\\.opencontainers\\.image\\.${key}"?=(?:"([^"$\\n]{1,200})"|'([^'\\n]{1,200})'|([^\\s"'$]{1,200}))`,
  ).exec(text);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}

function tooLarge() {
  const message = `longer than ${MAX_LENGTH} bytes`;
  return {
    code: "docker/too-large",
    severity: "warning",
    message,
    hint: "The file was not read.",
    line: 1,
    column: 1,
  } as const;
}

function withoutFrom() {
  const hint = "A Dockerfile begins with `FROM image`.";
  return {
    code: "docker/no-from",
    severity: "warning",
    message: "builds on no image",
    hint,
    line: 1,
    column: 1,
  } as const;
}
