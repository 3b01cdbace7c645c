import type { Check } from "../../check.ts";
import { failed, notApplicable, passed, unknown } from "../../outcome.ts";
import { offeredNames } from "./names-of-it-text.ts";

const INSTALL = /\b(?:install|add|get|pull|require|upgrade|dlx|npx|create|init|tap|helm|uses)\b|^(?:sudo )?p?npm i\b/;
/** Uses what somebody has got. */
const IMPORTS = /^\s*(?:(?:import|from|use|require|include|using)\b|(?:const|let|var)\b.*\brequire\()/;

/** The one command that everybody types first must be right. */
export const installsByItsName: Check = {
  name: "installs-by-its-name",
  title: "Its README tells how to get it, by the name that it has",
  looksAt:
    "Commands and code in its README (else in documents beside it) that install, pull or refer to a name which its published units provide.",
  mend: "Write the command that installs it into the README, with the name that the manifest publishes.",
  source: "Doctrine D5: installation.",
  effort: "minutes",
  step: "readme",
  run(context) {
    const { facts, at } = context;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const names = offeredNames(context);
    if (names.length === 0) return notApplicable("It publishes nothing that is installed by name.");
    const readme = facts.documents.find(({ role }) => role === "readme");
    if (readme === undefined) return failed("It has no README that could tell.", [context.missing("no README")]);
    const documents = [...facts.documents, ...(context.repositoryFacts?.documents ?? [])];
    const told = documents.flatMap(({ path, commands }) => commands.map((command) => ({ path, ...command })));
    const installs = told.filter(({ text }) => INSTALL.test(text));
    // A line of a manifest or a workflow gets it as well as a command does.
    const written = documents.flatMap(({ path, code }) =>
      code.flatMap(({ text, line }) => (text === undefined ? [] : [{ path, line, text }])),
    );
    for (const { name, type } of names) {
      const short = type === "npm" ? name : name.slice(name.lastIndexOf("/") + 1);
      const found = [...installs, ...written]
        .flatMap(({ text, ...place }) => text.split("\n").map((one) => ({ ...place, line: place.line, text: one })))
        .find(({ text }) => !IMPORTS.test(text) && (hasWord(text, name) || hasWord(text, short)));
      if (found === undefined) continue;
      const line = found.text;
      return passed(`It tells to write \`${line.trim().slice(0, 80)}\`.`, [
        at(found.path, found.line, line.trim().slice(0, 120)),
      ]);
    }
    const linked = readme.headings.find(({ text }) =>
      /\binstall|\bgetting started\b|\bquick ?start\b|\bsetup\b|\busage\b/i.test(text),
    );
    const other = installs[0];
    if (other !== undefined && other.path === readme.path)
      return failed(
        `Its README installs \`${other.text.slice(0, 60)}\`, which names nothing that it publishes (${names
          .slice(0, 3)
          .map(({ name }) => name)
          .join(", ")}).`,
        [at(other.path, other.line, other.text)],
      );
    const place = linked === undefined ? at(readme.path) : at(readme.path, linked.line, linked.text);
    return failed(`No command in its README gets ${names[0]?.name ?? ""}.`, [place]);
  },
};

/** As a word of its own, with a version behind it at most. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + name.length] ?? " ";
    if (/[\s"'`/:=@([]/.test(before) && /[\s"'`@=#,;)\]]/.test(after)) return true;
  }
  return false;
}
