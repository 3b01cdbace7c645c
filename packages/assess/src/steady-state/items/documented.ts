import { failed, passed, unknown } from "../../outcome.ts";
import type { SteadyStateItem } from "./item.ts";

/** Somebody new needs to know what it is, and how to run it. */
export const documented: SteadyStateItem = {
  id: "documented",
  title: "Somebody new can read what it is and how to run it",
  mend: "Write into its README what it is for, and the commands that build and run it.",
  run(context) {
    if (context.facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const readme = context.facts.documents.find(({ role }) => role === "readme");
    if (readme === undefined) return failed("It has no README.", [context.missing("no README")]);
    const told = readme.commands[0] ?? context.document("contributing")?.commands[0];
    const code = readme.code.find(({ language }) => language !== "");
    if (readme.lead === undefined) {
      return failed("Its README has no sentence that says what it is.", [context.at(readme.path)]);
    }
    const lead = context.at(readme.path, readme.lead.line, readme.lead.text.slice(0, 100));
    if (told !== undefined) return passed(`It says what it is, and to type \`${told.text}\`.`, [lead]);
    if (code !== undefined)
      return passed(`It says what it is, and shows ${code.language}.`, [lead, context.at(readme.path, code.line)]);
    return context.facts.size.sourceFiles === 0
      ? passed("It says what it is, and has no source that would have to be run.", [lead])
      : failed("It says what it is, and nothing that builds, runs or uses it.", [lead]);
  },
};
