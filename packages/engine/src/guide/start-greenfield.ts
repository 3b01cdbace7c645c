/** `freehold start <name>`: from a need to the first loop, with what exists already looked at first. */
import { type Snapshot, type Start, START_FORMAT, START_VERSION } from "@freehold/model";
import { charterText } from "./charter-text.ts";
import { newProductId } from "./product-id.ts";
import { similarProducts } from "./similar.ts";

/** What was answered; a question without an answer stays one, marked in the drafts. */
export interface GreenfieldAnswers {
  readonly name: string;
  readonly need?: string;
  readonly who?: string;
  readonly not?: readonly string[];
  readonly alternatives?: readonly { readonly name: string; readonly reason: string }[];
  /** The smallest thing that somebody can use and say something about. */
  readonly loop?: string;
  readonly owner?: string;
}

/** Pure; `known` are the products that may do it already. */
export function startGreenfield(answers: GreenfieldAnswers, folder: string, known?: Snapshot): Start {
  const { name, need, who, not = [], alternatives = [], loop, owner } = answers;
  const charter = charterText({
    id: newProductId(),
    name,
    ...(need === undefined ? {} : { mission: need }),
    doesNot: not,
    stage: "idea",
    owners: owner === undefined ? [] : [owner],
    alternatives,
    seen: who === undefined ? [] : [`For: ${who}`],
  });
  const at = (file: string) => (folder === "" ? file : `${folder}/${file}`);
  const open = [
    ...charter.questions,
    ...(who === undefined ? ["who is it for?"] : []),
    ...(loop === undefined ? ["what is the first loop: the smallest thing that somebody can use and answer to?"] : []),
  ];
  return {
    format: START_FORMAT,
    version: START_VERSION,
    way: "greenfield",
    name,
    similar: known === undefined ? [] : similarProducts(`${name} ${need ?? ""}`, known),
    consult: [],
    plan: planOf(name, loop),
    files: [
      { path: at("product.yaml"), text: charter.text },
      { path: at("README.md"), text: readmeText(answers) },
    ],
    questions: open,
    problems: [],
  };
}

function readmeText({ name, need, who, not = [], loop }: GreenfieldAnswers): string {
  return [
    `# ${name}`,
    "",
    need ?? question("what does it do, so that a newcomer understands it?"),
    "",
    "## Who it is for",
    "",
    who ?? question("who is it for, and what do they do without it today?"),
    "",
    "## What it does not do",
    "",
    ...(not.length === 0
      ? [question("what will somebody expect of it that it will not do?")]
      : not.map((item) => `- ${item}`)),
    "",
    "## The first loop",
    "",
    loop ?? question("what is the smallest thing that somebody can use, and how will they tell what they think of it?"),
    "",
  ].join("\n");
}

function question(ask: string): string {
  return `<!-- QUESTION: ${ask} -->`;
}

function planOf(name: string, loop: string | undefined): Start["plan"] {
  return [
    {
      title: "Look at what exists first",
      why: "If a product does this already, use it or improve it; otherwise say under `alternatives` why not.",
      files: [],
    },
    {
      title: `Commit the charter of ${name}`,
      why: "Then everybody can see that somebody cares for the need, and say what is wrong with the idea.",
      files: ["product.yaml", "README.md"],
    },
    {
      title: "Build the first loop and nothing else",
      why: loop ?? "The smallest thing that somebody can use and answer to; the question is marked in the README.",
      files: [],
    },
    {
      title: "Let one person use it, and write down what they ask for",
      why: "Feedback is what orders the roadmap from here on.",
      files: [],
    },
  ];
}
