import { relative, resolve } from "node:path";
import {
  Failure,
  type GreenfieldAnswers,
  readKept,
  startBrownfield,
  startGreenfield,
  writeNewFiles,
} from "@freehold/engine";
import type { Snapshot, Start } from "@freehold/model";
import { InvalidArgumentError } from "commander";
import { progressLine } from "../progress-line.ts";
import { startText } from "../report/start.ts";
import type { Terminal } from "../terminal.ts";
import { type CommandDefinition, examples } from "./command.ts";

interface Flags {
  readonly from?: string[];
  readonly path: string;
  readonly need?: string;
  readonly for?: string;
  readonly not?: string[];
  readonly alternative?: Alternative[];
  readonly firstLoop?: string;
  readonly owner?: string;
  readonly in?: string;
  readonly worktree?: boolean;
  readonly write?: boolean;
  readonly json?: boolean;
  readonly cache: boolean;
}

/** `freehold start`: a product from a need, or out of what is there. */
export const startCommand: CommandDefinition = {
  name: "start",
  define: (command, terminal) => {
    command
      .summary("begin a product, from a need or out of what is there")
      .description(
        "With --from, shows what it takes to make a product of folders or units that are part of something larger: " +
          "the interface that the cut would have, what it needs of the rest, cycles, who to ask, and a plan in small " +
          "commits. Without, it asks what a new product is for. Nothing is written unless you say --write.",
      )
      .argument("[name]", "what the product is called")
      .option("--from <folder...>", "folders of the repository, or names of units, to make a product of")
      .option("--path <repository>", "the repository", ".")
      .option("--need <text>", "what it does for somebody: one or two sentences")
      .option("--for <text>", "who it is for")
      .option("--not <text...>", "what it does not do")
      .option("--alternative <name: reason...>", "what does it already, and why that is not enough", alternative)
      .option("--first-loop <text>", "the smallest thing that somebody can use and answer to")
      .option("--owner <owner>", "a login with @, a team, or an address")
      .option("--in <folder>", "where a new product goes (default: a folder of its name)")
      .option("--worktree", "read the files as they are now, uncommitted ones too")
      .option("--write", "write the drafts")
      .option("--json", "print JSON")
      .option("--no-cache", "neither read nor write the cache")
      .addHelpText(
        "after",
        examples([
          ["freehold start --from packages/app/src/billing", "what would a product of this folder be?"],
          ["freehold start Billing --from src/billing src/tax --write", "the same, with drafts to commit"],
          ['freehold start Kite --need "Says when the wind is right."', "a new product"],
        ]),
      )
      .action(async (name: string | undefined, flags: Flags) => {
        const root = resolve(terminal.cwd, flags.path);
        const start =
          flags.from === undefined
            ? await greenfield(name, flags, terminal)
            : await brownfield(name, root, flags, terminal);
        const written = flags.write === true ? await writeNewFiles(root, start.files) : [];
        if (flags.json === true) return terminal.out(`${JSON.stringify(start, null, 2)}\n`);
        return terminal.out(
          startText(
            start,
            written.map((file) => relative(terminal.cwd, file)),
            terminal,
          ),
        );
      });
  },
};

async function brownfield(name: string | undefined, root: string, flags: Flags, terminal: Terminal): Promise<Start> {
  const line = progressLine(terminal);
  return await startBrownfield(root, {
    from: flags.from ?? [],
    ...(name === undefined ? {} : { name }),
    history: true,
    worktree: flags.worktree ?? false,
    cache: flags.cache,
    onProgress: line.onProgress,
  }).finally(line.clear);
}

async function greenfield(given: string | undefined, flags: Flags, terminal: Terminal): Promise<Start> {
  const ask = async (question: string): Promise<string | undefined> => {
    const answer = flags.json === true ? undefined : (await terminal.ask?.(question))?.trim();
    return answer === "" ? undefined : answer;
  };
  const name = given ?? (await ask("What is it called?"));
  if (name === undefined)
    throw new Failure(
      "start/no-name",
      "a product needs a name",
      "Say what it is called: freehold start <name>, or name folders with --from.",
    );
  const need = flags.need ?? (await ask("What does it do for somebody, in one or two sentences?"));
  const who = flags.for ?? (await ask("Who is it for?"));
  const not = flags.not ?? listOf(await ask("What does it not do? (several with ;)"));
  const known = await knownProducts(terminal);
  const alternatives = flags.alternative ?? (await askAlternatives(ask));
  const loop = flags.firstLoop ?? (await ask("What is the smallest thing that somebody can use and answer to?"));
  const owner = flags.owner ?? (await ask("Who owns it? (@login, team or address)"));
  const answers: GreenfieldAnswers = {
    name,
    ...(need === undefined ? {} : { need }),
    ...(who === undefined ? {} : { who }),
    not,
    alternatives,
    ...(loop === undefined ? {} : { loop }),
    ...(owner === undefined ? {} : { owner }),
  };
  return startGreenfield(answers, flags.in ?? folderName(name), known);
}

/** Looking at what exists is worth it where something was scanned before, and no reason to fail where nothing was. */
async function knownProducts(terminal: Terminal): Promise<Snapshot | undefined> {
  return await readKept(terminal.cwd).then(
    ({ snapshot }) => snapshot,
    () => undefined,
  );
}

function folderName(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join("-") || "product";
}

function listOf(answer: string | undefined): string[] {
  return (answer ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

type Ask = (question: string) => Promise<string | undefined>;

/** Asks again rather than losing what was answered before. */
async function askAlternatives(ask: Ask): Promise<Alternative[]> {
  let question = "What does it already, and why is that not enough? (name: reason)";
  for (let answer = await ask(question); answer !== undefined; answer = await ask(question)) {
    const parsed = parseAlternative(answer);
    if (parsed !== undefined) return [parsed];
    question = "Write the name, a colon and the reason, or nothing:";
  }
  return [];
}

interface Alternative {
  readonly name: string;
  readonly reason: string;
}

function alternative(value: string, before: readonly Alternative[] = []): Alternative[] {
  const parsed = parseAlternative(value);
  if (parsed !== undefined) return [...before, parsed];
  throw new InvalidArgumentError("Write the name, a colon and the reason, such as 'Other: it can't do x'.");
}

function parseAlternative(value: string): Alternative | undefined {
  const [, name, reason] = /^([^:]+):\s*(\S.*)$/s.exec(value) ?? [];
  return name === undefined || reason === undefined ? undefined : { name: name.trim(), reason: reason.trim() };
}
