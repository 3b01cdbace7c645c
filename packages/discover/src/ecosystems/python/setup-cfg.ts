/** setup.cfg: sections of keys, with values that go on in indented lines. */
import type { Parsed } from "../ecosystem.ts";
import { type ProjectFacts, type Requirement, scopeOfGroup } from "./facts.ts";
import { parseRequirement } from "./requirement.ts";

interface Value {
  readonly line: number;
  /** The value's lines with their numbers, without empty ones and comments. */
  readonly lines: { readonly text: string; readonly line: number }[];
}

type Sections = ReadonlyMap<string, ReadonlyMap<string, Value>>;

export function parseSetupCfg(text: string): Parsed<ProjectFacts> {
  const sections = sectionsOf(text);
  const metadata = sections.get("metadata");
  const name = metadata?.get("name")?.lines[0];
  const version = metadata?.get("version")?.lines[0]?.text;
  const description = metadata?.get("description")?.lines[0]?.text ?? metadata?.get("summary")?.lines[0]?.text;
  const facts: ProjectFacts = {
    kind: "setup.cfg",
    project: name !== undefined,
    ...(name !== undefined && { name }),
    ...(version !== undefined && !/^(?:attr|file):/.test(version) && { version }),
    ...(description !== undefined && { description }),
    private: false,
    people: ["author", "maintainer"].flatMap((role) => person(metadata, role)),
    commands: commandsOf(sections),
    requirements: requirementsOf(sections),
    files: [],
  };
  return { facts, problems: [] };
}

function sectionsOf(text: string): Sections {
  const sections = new Map<string, Map<string, Value>>();
  let section = new Map<string, Value>();
  let value: Value | undefined;
  let line = 0;
  for (const raw of text.split(/\r?\n/)) {
    line++;
    if (/^\s*(?:[#;]|$)/.test(raw)) continue;
    const header = /^\[([^\]]+)\]/.exec(raw)?.[1];
    const pair = /^([^\s=:[][^=:]*)[=:](.*)$/.exec(raw);
    if (header !== undefined) {
      section = sections.get(header.trim()) ?? new Map<string, Value>();
      sections.set(header.trim(), section);
      value = undefined;
    } else if (/^\s/.test(raw)) value?.lines.push({ text: raw.trim(), line });
    else if (pair?.[1] !== undefined) {
      const first = pair[2]?.trim() ?? "";
      value = { line, lines: first === "" ? [] : [{ text: first, line }] };
      section.set(pair[1].trim().toLowerCase().replaceAll("-", "_"), value);
    }
  }
  return sections;
}

function person(metadata: ReadonlyMap<string, Value> | undefined, role: string): { text: string; line: number }[] {
  const name = metadata?.get(role)?.lines[0];
  const email = metadata?.get(`${role}_email`)?.lines[0];
  const both = [name?.text, email === undefined ? undefined : `<${email.text}>`].filter((part) => part !== undefined);
  return both.length === 0 ? [] : [{ text: both.join(" "), line: (name ?? email)?.line ?? 1 }];
}

function commandsOf(sections: Sections): { text: string; line: number }[] {
  const scripts = sections.get("options.entry_points")?.get("console_scripts")?.lines ?? [];
  return scripts.flatMap(({ text, line }) => {
    const command = /^([^\s=]+)\s*=/.exec(text)?.[1];
    return command === undefined ? [] : [{ text: command, line }];
  });
}

function requirementsOf(sections: Sections): Requirement[] {
  const options = sections.get("options");
  const groups: [Value | undefined, Requirement["scope"]][] = [
    [options?.get("install_requires"), "runtime"],
    [options?.get("setup_requires"), "build"],
    [options?.get("tests_require"), "test"],
  ];
  for (const [extra, value] of sections.get("options.extras_require") ?? [])
    groups.push([value, scopeOfGroup(extra, "optional")]);
  return groups.flatMap(([value, scope]) =>
    (value?.lines ?? []).flatMap(({ text, line }) => parseRequirement(text, scope, line) ?? []),
  );
}
