import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";

const PLAIN = /^(?:|text|txt|plain|plaintext|console|sh|bash|shell|zsh|terminal|diff|mermaid)$/;
const GETTING = /\b(?:install|add|i|clone|cd|mkdir|checkout)\b/;

/** `NAME=value`, or an address alone: what is set, not what is run. */
const SETTING = /^(?:(?:export|set)\s+)?[A-Za-z_]\w*=\S*$|^[a-z]+:\/\/\S+$/;

/** Installed and then? The first thing to do with it must be shown, not described. */
export const firstUseShown: Check = {
  name: "first-use-shown",
  title: "Its README shows a first use",
  looksAt:
    "In its own README: code in a language or a configuration, or a command that does more than get it. Documents of its own beside the README count where the README has none.",
  mend: "Show in the README the smallest thing that somebody can do with it, as code or as a command.",
  source: "Doctrine D5: first use.",
  effort: "hours",
  step: "readme",
  run({ facts, at, missing }) {
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const readme = facts.documents.find(({ role }) => role === "readme");
    if (readme === undefined) return failed("It has no README of its own.", [missing("no README")]);
    const code = readme.code.find(({ language }) => !PLAIN.test(language));
    if (code !== undefined)
      return passed(`Its README shows ${code.language}.`, [at(readme.path, code.line, code.language)]);
    const command = readme.commands.find(({ text }) => !GETTING.test(text) && !SETTING.test(text));
    if (command !== undefined)
      return passed(`Its README shows \`${command.text.slice(0, 80)}\`.`, [
        at(readme.path, command.line, command.text.slice(0, 120)),
      ]);
    const example = facts.size.firstExample;
    if (example !== undefined)
      return passed("It has examples in a folder of their own.", [
        at(example, undefined, `${facts.size.exampleFiles} files`),
      ]);
    if ((facts.guides?.words ?? 0) > 300)
      return passed(`It has ${facts.guides?.count ?? 0} other documents.`, [at(facts.guides?.paths[0] ?? "")]);
    return failed("Its README shows no code, and no command beyond getting it.", [at(readme.path, readme.lead?.line)]);
  },
};
