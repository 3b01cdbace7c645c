import { draftCharter, writeDraft } from "@freehold/engine";
import { type CommandDefinition, examples } from "./command.ts";
import { addScanOptions, type ScanFlags, scanWithProgress } from "./scan-options.ts";

interface Flags extends ScanFlags {
  readonly unit?: string;
  readonly print?: boolean;
  readonly force?: boolean;
}

/** `freehold init`: draft a charter from evidence; what is not known is a marked question. */
export const initCommand: CommandDefinition = {
  name: "init",
  define: (command, terminal) => {
    addScanOptions(command)
      .summary("draft a product.yaml from evidence")
      .description(
        "Drafts the charter of a product from what its repository shows, next to its manifest. " +
          "What cannot be read stays a question for its owner; nothing is invented.",
      )
      .argument("[path]", "the repository", ".")
      .option("--unit <name>", "the product or unit to draft for, by name or folder (needed where there are several)")
      .option("--print", "print the draft instead of writing it")
      .option("--force", "replace a product.yaml that is there")
      .addHelpText(
        "after",
        examples([
          ["freehold init", "the only product of this repository"],
          ["freehold init --unit packages/core --print", "see the draft for one package"],
        ]),
      )
      .action(async (path: string, flags: Flags) => {
        const { snapshot, folders } = await scanWithProgress([path], flags, terminal);
        const draft = draftCharter(snapshot, flags.unit);
        if (flags.print === true) return terminal.out(draft.text);
        const file = await writeDraft(draft, folders, { replace: flags.force ?? false });
        return terminal.out(
          `Wrote ${file}\n${draft.questions.length} questions are marked in it: answer them, then run freehold check.\n`,
        );
      });
  },
};
