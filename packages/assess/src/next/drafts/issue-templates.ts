/** Forms for a fault and a wish, which ask for the problem and not for a solution. */
import { stringify } from "yaml";
import type { DraftContext, Drafted } from "../draft.ts";

const FOLDER = ".github/ISSUE_TEMPLATE";

/** For repositories on a code host of GitHub's kind; elsewhere forms are written differently. */
export function issueTemplatesDraft(context: DraftContext): Drafted | undefined {
  const { repositoryFacts, repository, document } = context;
  const github = repositoryFacts?.pipelines.some(({ system }) => system === "github-actions") === true;
  if (!github && repository?.url?.includes("github.com") !== true) return undefined;
  if (document("issue-template") !== undefined) return undefined;
  const name = context.charter?.name ?? context.product.name;
  return {
    files: [
      { path: `${FOLDER}/fault.yml`, text: form(fault(name)) },
      { path: `${FOLDER}/wish.yml`, text: form(wish(name)) },
    ],
    questions: [],
  };
}

interface Field {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
}

function form({ name, description, fields }: { name: string; description: string; fields: readonly Field[] }): string {
  const body = fields.map(({ id, label, description: help, required }) => ({
    type: "textarea",
    id,
    attributes: { label, ...(help === undefined ? {} : { description: help }) },
    validations: { required },
  }));
  return stringify({ name, description, body }, { lineWidth: 100 });
}

function fault(product: string) {
  return {
    name: "Something is wrong",
    description: `${product} does not do what it says`,
    fields: [
      { id: "happened", label: "What happened?", required: true },
      { id: "expected", label: "What did you expect, and where does it say so?", required: true },
      { id: "steps", label: "How can we see it?", description: "The smallest steps that show it.", required: true },
      { id: "version", label: "Which version, and where does it run?", required: false },
    ],
  };
}

/** The need behind the wish: other solutions may be better than the first one thought of. */
function wish(product: string) {
  return {
    name: "Something is missing",
    description: `What you need to do and can't do with ${product}`,
    fields: [
      { id: "need", label: "What do you want to get done?", required: true },
      { id: "today", label: "How do you manage today, and what does that cost you?", required: true },
      { id: "idea", label: "Do you have an idea how it could be?", required: false },
    ],
  };
}
