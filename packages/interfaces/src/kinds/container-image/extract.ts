/** The elements of the image that a Dockerfile builds: what its last stage ends up with. */
import { Arg, DockerfileParser, Env, From, type Instruction } from "dockerfile-ast";
import type { Extraction, Json, Place, ShapedElement, Source } from "../../kind.ts";
import { element } from "../../promise.ts";

export function extract(sources: readonly Source[], place: Place): Extraction {
  // A file name in an id would make every move a removal, so only where there are several images.
  const several = sources.length > 1;
  const elements = sources.flatMap(({ path, text }) =>
    imageElements(path, text, several ? ` @${inside(path, place)}` : ""),
  );
  return { elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)), problems: [] };
}

function inside(path: string, { folder }: Place): string {
  return folder === "" ? path : path.slice(folder.length + 1);
}

interface Stage {
  readonly from: From;
  readonly instructions: readonly Instruction[];
}

function imageElements(path: string, text: string, suffix: string): ShapedElement[] {
  const instructions = DockerfileParser.parse(text).getInstructions();
  const stages: { from: From; instructions: Instruction[] }[] = [];
  const global: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction instanceof From) stages.push({ from: instruction, instructions: [] });
    else (stages.at(-1)?.instructions ?? global).push(instruction);
  }
  const last = stages.at(-1);
  if (last === undefined) return [];
  const lineage = lineageOf(last, stages);
  const found = new Map<string, ShapedElement>();
  const add = (kind: string, name: string, structure: Json, signature: string, at: Instruction) => {
    const id = `${kind}${name === "" ? "" : ` ${name}`}${suffix}`;
    const line = at.getRange().start.line + 1;
    found.set(
      id,
      element({ id, kind, name: name || kind, signature, structure, rule: `container-image.${kind}`, path, line }),
    );
  };
  for (const argument of [...global, ...instructions].filter((one) => one instanceof Arg)) {
    const property = argument.getProperty();
    if (property === null) continue;
    const fallback = property.getValue();
    const name = property.getName();
    const known = found.get(`build-argument ${name}${suffix}`);
    // Named again in a stage it takes the value from above.
    if (known !== undefined && fallback === null) continue;
    add(
      "build-argument",
      name,
      { default: fallback },
      `ARG ${name}${fallback === null ? "" : `=${fallback}`}`,
      argument,
    );
  }
  const base = lineage[0]?.from;
  const image = base?.getImage();
  if (base !== undefined && typeof image === "string") add("base", "", { image }, `FROM ${image}`, base);
  const known = new Map<string, string>();
  for (const instruction of lineage.flatMap((stage) => stage.instructions)) {
    addInstruction(instruction, add, known);
    learn(instruction, known);
  }
  return [...found.values()];
}

/** The stages that the last one is made of, the outermost base first. */
function lineageOf(last: Stage, stages: readonly Stage[]): Stage[] {
  const lineage = [last];
  for (let at = last; ;) {
    const name = at.from.getImage()?.toLowerCase();
    const below = stages
      .slice(0, stages.indexOf(at))
      .findLast((stage) => stage.from.getBuildStage()?.toLowerCase() === name);
    if (below === undefined || name === undefined) return lineage;
    lineage.unshift(below);
    at = below;
  }
}

type Add = (kind: string, name: string, structure: Json, signature: string, at: Instruction) => void;

/** What a variable stands for further down: `ENV` always, `ARG` unless the build says otherwise. */
function learn(instruction: Instruction, known: Map<string, string>): void {
  const properties =
    instruction instanceof Env
      ? instruction.getProperties()
      : instruction instanceof Arg
        ? [instruction.getProperty()].filter((one) => one !== null)
        : [];
  for (const property of properties) {
    const value = property.getValue();
    if (value !== null) known.set(property.getName(), replaced(value, known));
  }
}

/** `$NAME`, `${NAME}` and `${NAME:-other}`; what is not known stays as it is written. */
function replaced(text: string, known: ReadonlyMap<string, string>): string {
  return text.replaceAll(
    /\\?\$(?:\{(\w+)(?::-([^}]*))?\}|(\w+))/g,
    (whole: string, braced: string | undefined, other: string | undefined, bare: string | undefined) =>
      whole.startsWith("\\") ? whole : (known.get(braced ?? bare ?? "") ?? other ?? whole),
  );
}

const MOST_PORTS = 1000;

/** `8000-8010` is each of them; a range too wide to be listed stays one. */
function portsOf(text: string): readonly string[] {
  const [first, last] = /^(\d+)-(\d+)$/.exec(text)?.slice(1).map(Number) ?? [];
  if (first === undefined || last === undefined || last < first || last - first >= MOST_PORTS) return [text];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

function addInstruction(instruction: Instruction, add: Add, known: ReadonlyMap<string, string>): void {
  const content = (instruction.getArgumentsContent() ?? "").trim().replaceAll(/\s+/g, " ");
  const words = instruction.getArguments().map((argument) => argument.getValue());
  switch (instruction.getKeyword()) {
    case "EXPOSE":
      for (const word of words) {
        const [ports = "", protocol = "tcp"] = replaced(word, known).split("/");
        for (const port of portsOf(ports))
          add("port", `${port}/${protocol.toLowerCase()}`, {}, `EXPOSE ${word}`, instruction);
      }
      break;
    case "ENV":
      if (instruction instanceof Env)
        for (const property of instruction.getProperties())
          add(
            "environment",
            property.getName(),
            { value: property.getValue() },
            `ENV ${property.getName()}=${property.getValue() ?? ""}`,
            instruction,
          );
      break;
    case "VOLUME":
      for (const path of listOf(content, words)) add("volume", path, {}, `VOLUME ${path}`, instruction);
      break;
    case "ENTRYPOINT":
    case "CMD": {
      const keyword = instruction.getKeyword();
      add(
        keyword === "CMD" ? "command" : "entrypoint",
        "",
        { run: execOf(content) ?? content, shell: execOf(content) === undefined },
        `${keyword} ${content}`,
        instruction,
      );
      break;
    }
    // Done in every image that is built on this one.
    case "ONBUILD":
      add("trigger", content, {}, `ONBUILD ${content}`, instruction);
      break;
    case "USER":
    case "WORKDIR":
    case "STOPSIGNAL":
    case "HEALTHCHECK":
      add(
        instruction.getKeyword().toLowerCase(),
        "",
        { value: valueOf(instruction.getKeyword(), replaced(content, known)) },
        `${instruction.getKeyword()} ${content}`,
        instruction,
      );
      break;
    default:
  }
}

/** The user 0 is root, whatever else an image calls its users. */
function valueOf(keyword: string, content: string): string {
  return keyword === "USER" ? content.replace(/^0(?=:|$)/, "root").replace(/:0$/, ":root") : content;
}

function listOf(content: string, words: readonly string[]): readonly string[] {
  return execOf(content) ?? words;
}

/** The exec form is a JSON array; anything else is for the shell. */
function execOf(content: string): string[] | undefined {
  if (!content.startsWith("[")) return undefined;
  try {
    const parsed: unknown = JSON.parse(content);
    return Array.isArray(parsed) ? parsed.map(String) : undefined;
  } catch {
    return undefined;
  }
}
