import type { Check } from "../../check.ts";
import { failed, passed, unknown } from "../../outcome.ts";
import { maybeShared } from "./shared-at-host-text.ts";
import { scriptsCalled } from "../commands-text.ts";

/** A guide whose first command fails has lost the contributor. */
export const guideMatchesScripts: Check = {
  name: "guide-matches-scripts",
  title: "Its guide for contributors names commands that exist",
  looksAt:
    "CONTRIBUTING (else a section of the README): that it names commands at all, and whether the scripts and targets among them exist.",
  mend: "Write into CONTRIBUTING the commands that install, build and test it, as the manifest has them.",
  source: "Doctrine D6: contribution guide that matches the real scripts.",
  effort: "minutes",
  step: "contributing",
  run(context) {
    const { facts, document, at, missing } = context;
    if (facts === undefined) return unknown("The snapshot has no facts of it; scan again.");
    const guide = document("contributing");
    const readme = facts.documents.find(({ role }) => role === "readme");
    const section = readme?.headings.find(({ text }) =>
      /\bcontribut|\bdevelop(?:ing|ment)\b|\bhacking\b|\bbuilding\b/i.test(text),
    );
    const told = guide ?? (section === undefined ? undefined : readme);
    if (told === undefined && maybeShared(context))
      return unknown(
        "Its repository does not say; its owner may have one guide for all repositories, which was not scanned.",
      );
    if (told === undefined)
      return failed("Nothing tells how to contribute.", [missing("neither CONTRIBUTING nor a section about it")]);
    const gone = scriptsCalled(told, context).filter(({ exists }) => !exists);
    if (gone.length > 0)
      return failed(
        `It calls ${gone.length} scripts that are not there.`,
        gone.slice(0, 8).map(({ path, line, text }) => at(path, line, text)),
        { value: gone.length, threshold: 0 },
      );
    const later =
      section === undefined || guide !== undefined
        ? told.commands
        : told.commands.filter(({ line }) => line > section.line);
    const [first] = later;
    if (first !== undefined)
      return passed(`It tells to type \`${first.text.slice(0, 80)}\`.`, [
        at(told.path, first.line, first.text.slice(0, 120)),
      ]);
    const elsewhere = told.links.length + told.inner;
    return elsewhere > 0
      ? unknown("It names no command, and links to other places that may.", [at(told.path)])
      : failed("It names no command that a contributor could type.", [at(told.path, section?.line)]);
  },
};
