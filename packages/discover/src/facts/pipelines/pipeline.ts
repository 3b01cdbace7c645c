/** What continuous integration runs. Every format is YAML, read by what its keys mean. */
import type { Pipeline, PlacedText } from "@freehold/model";
import { at, fields, items, type Node, text } from "../../ecosystems/reading/node.ts";
import { readYaml } from "../../ecosystems/reading/yaml.ts";

export type PipelineText = Omit<Pipeline, "path">;

interface PipelineSystem {
  readonly system: string;
  readonly matches: RegExp;
  /** Keys whose text, or list of texts, is shell. */
  readonly commands: RegExp;
  readonly uses: RegExp;
}

/** https://docs.github.com/actions, https://docs.gitlab.com/ci/yaml, https://circleci.com/docs/configuration-reference, … */
const SYSTEMS: readonly PipelineSystem[] = [
  { system: "github-actions", matches: /^\.github\/workflows\/[^/]+\.ya?ml$/, commands: /^run$/, uses: /^uses$/ },
  {
    system: "gitlab-ci",
    matches: /^\.gitlab-ci\.ya?ml$/,
    commands: /^(?:script|before_script|after_script)$/,
    uses: /^(?:image|component|template)$/,
  },
  { system: "circleci", matches: /^\.circleci\/config\.ya?ml$/, commands: /^(?:run|command)$/, uses: /^image$/ },
  {
    system: "travis",
    matches: /^\.travis\.ya?ml$/,
    commands: /^(?:script|install|before_\w+|after_\w+)$/,
    uses: /^$/,
  },
  { system: "azure", matches: /^azure-pipelines\.ya?ml$/, commands: /^(?:script|bash|powershell)$/, uses: /^task$/ },
  { system: "woodpecker", matches: /^\.woodpecker(?:\/[^/]+)?\.ya?ml$/, commands: /^commands$/, uses: /^image$/ },
  { system: "drone", matches: /^\.drone\.ya?ml$/, commands: /^commands$/, uses: /^image$/ },
  { system: "buildkite", matches: /^\.buildkite\/pipeline\.ya?ml$/, commands: /^commands?$/, uses: /^$/ },
];

/** What Travis runs of a language where no script is named: https://docs.travis-ci.com/user/languages */
const TRAVIS_DEFAULTS: Readonly<Record<string, string>> = {
  node_js: "npm test",
  go: "go test -v ./...",
  rust: "cargo test --verbose",
  ruby: "rake test",
  java: "mvn test -B",
  php: "phpunit",
};

const MOST_LINES = 200;
const LONGEST = 300;

export function isPipeline(path: string): boolean {
  return SYSTEMS.some(({ matches }) => matches.test(path));
}

/** Undefined for what is no pipeline, or cannot be read. */
export function pipelineText(path: string, source: string): PipelineText | undefined {
  const found = SYSTEMS.find(({ matches }) => matches.test(path));
  const { root } = readYaml(source, "pipeline");
  if (found === undefined || root === undefined) return undefined;
  const commands: PlacedText[] = [];
  const uses: PlacedText[] = [];
  const off = switchedOff(root, found.system);
  walk(root, (key, node) => {
    if (found.commands.test(key)) commands.push(...shell(node));
    else if (found.uses.test(key)) uses.push(...named(node));
  });
  if (found.system === "travis") commands.push(...travisDefault(root));
  return {
    system: found.system,
    events: eventsOf(root),
    commands: commands.slice(0, MOST_LINES),
    uses: uses.slice(0, MOST_LINES),
    ...(off.length === 0 ? {} : { off: off.slice(0, MOST_LINES) }),
  };
}

function isNever(condition: Node): boolean {
  if (condition.kind === "scalar" && condition.value === false) return true;
  return /^(?:\$\{\{\s*false\s*\}\}|never)$/.test(text(condition) ?? "");
}

/** `if: false` of a job or a step of GitHub, `when: never` of a job of GitLab that has no other rule. */
function switchedOff(root: Node, system: string): PlacedText[] {
  const found: PlacedText[] = [];
  const see = (name: string, node: Node) => {
    const own = new Map(fields(node));
    const condition = own.get(system === "gitlab-ci" ? "when" : "if");
    if (condition !== undefined && isNever(condition))
      found.push({ text: text(own.get("name")) ?? name, line: condition.line });
    else for (const step of items(own.get("steps"))) see(name, step);
  };
  const jobs = system === "gitlab-ci" ? root : at(root, "jobs");
  if (system === "github-actions" || system === "gitlab-ci") for (const [name, job] of fields(jobs)) see(name, job);
  return found;
}

function travisDefault(root: Node): PlacedText[] {
  const top = new Map(fields(root));
  const language = top.get("language");
  const command = TRAVIS_DEFAULTS[(language === undefined ? undefined : text(language)) ?? ""];
  // Jobs may name scripts of their own.
  const named = ["script", "jobs", "matrix"].some((key) => top.has(key));
  return language === undefined || command === undefined || named ? [] : [{ text: command, line: language.line }];
}

function walk(node: Node, see: (key: string, node: Node) => void): void {
  for (const [key, value] of fields(node)) {
    see(key, value);
    walk(value, see);
  }
  for (const item of items(node)) walk(item, see);
}

function shell(node: Node): PlacedText[] {
  return [node, ...items(node)].flatMap((one) => {
    const found: PlacedText[] = [];
    let continued: PlacedText | undefined;
    for (const [index, line] of (text(one) ?? "").split("\n").entries()) {
      const trimmed = line.trim();
      const said = trimmed.replace(/\s*\\$/, "");
      if (continued !== undefined) continued.text = `${continued.text} ${said}`.slice(0, LONGEST);
      else if (trimmed !== "" && !trimmed.startsWith("#"))
        found.push({ text: said.slice(0, LONGEST), line: one.line + index });
      continued = said === trimmed ? undefined : found.at(-1);
    }
    return found.filter(({ text: said }) => said !== "");
  });
}

function named(node: Node): PlacedText[] {
  const one = text(node);
  return one === undefined ? [] : [{ text: one.slice(0, 300), line: node.line }];
}

function eventsOf(root: Node): string[] {
  for (const [key, value] of fields(root)) {
    // YAML 1.1 readers take `on` for true; this one does not.
    if (key !== "on" && key !== "true") continue;
    const one = text(value);
    if (one !== undefined) return [one];
    return value.kind === "map" ? [...value.fields.keys()] : items(value).flatMap((item) => text(item) ?? []);
  }
  return [];
}
