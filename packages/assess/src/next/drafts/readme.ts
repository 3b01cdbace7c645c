/** A README from what exists: name, mission, how to install it, its commands, where to go on. */
import { commandsOf, installCommands } from "../commands.ts";
import { inFolder, questioner, type WriteDraft } from "../draft.ts";

/** Where there is one already, only a person can say how it should go on. */
export const readmeDraft: WriteDraft = (context) => {
  const { facts, charter, product, units } = context;
  if (facts?.documents.some(({ role }) => role === "readme") === true) return undefined;
  const { questions, ask } = questioner();
  const mission = charter?.mission ?? ask("what does it do, so that a newcomer understands it?");
  const install = installCommands(context);
  const commands = commandsOf(context);
  const example = facts?.size.firstExample;
  const licence = facts?.manifests.find(({ license }) => license !== undefined)?.license;
  const sections = [
    `# ${charter?.name ?? displayName(product.name)}`,
    mission,
    ...(charter?.doesNot === undefined
      ? []
      : [`It does not:\n\n${charter.doesNot.map((item) => `- ${item}`).join("\n")}`]),
    "## Install",
    install.length > 0 ? fenced(install) : ask("how does somebody get it?"),
    "## Use",
    example === undefined
      ? ask(
          `what is the smallest thing that somebody can do with it${units.length === 0 ? "" : " after installing it"}?`,
        )
      : `See [${example}](${relative(context.folder, example)}).`,
    ...(commands.length === 0 ? [] : ["## Work on it", fenced(commands.map(({ text }) => text))]),
    ...(licence === undefined ? [] : ["## Licence", licence]),
  ];
  return { files: [{ path: inFolder(context, "README.md"), text: `${sections.join("\n\n")}\n` }], questions };
};

function fenced(lines: readonly string[]): string {
  return ["```sh", ...new Set(lines), "```"].join("\n");
}

/** A module's path and a package's scope are addresses; what comes last is the name. */
function displayName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function relative(folder: string, path: string): string {
  return folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}
