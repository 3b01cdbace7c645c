/** A guide to contributing made of the commands that the scripts, tasks and lock files really have. */
import { type Command, commandsOf } from "../commands.ts";
import { questioner, type WriteDraft } from "../draft.ts";

const TITLES: Readonly<Record<Command["purpose"], string>> = {
  install: "Install everything",
  build: "Build it",
  test: "Run the tests",
  check: "Check style and types",
  start: "Run it",
};

/** For the repository, where code hosts look for it. Without any command there is nothing true to say. */
export const contributingDraft: WriteDraft = (context) => {
  if (context.document("contributing") !== undefined || context.read("CONTRIBUTING.md") !== undefined) return undefined;
  const commands = commandsOf(context);
  if (commands.length === 0) return undefined;
  const { questions, ask } = questioner();
  const groups = Map.groupBy(commands, ({ purpose }) => purpose);
  const text = [
    "# Contributing",
    ...[...groups].map(([purpose, list]) => `${TITLES[purpose]}:\n\n\`\`\`sh\n${unique(list).join("\n")}\n\`\`\``),
    "## How a change gets in",
    ask("who reviews a change, and what has to be true of it?"),
    "## Where to ask",
    channels(context.charter?.channels) ?? ask("where do people ask before they begin?"),
  ].join("\n\n");
  return { files: [{ path: "CONTRIBUTING.md", text: `${text}\n` }], questions };
};

function unique(commands: readonly Command[]): string[] {
  return [...new Set(commands.map(({ text }) => text))];
}

function channels(list: readonly { readonly kind: string; readonly url: string }[] | undefined): string | undefined {
  return list === undefined || list.length === 0
    ? undefined
    : list.map(({ kind, url }) => `- ${kind}: ${url}`).join("\n");
}
