/**
 * What a draft is: files made of what the snapshot knows, for a step that can be begun honestly. It states what
 * was read, and marks as a question what only a person knows; it never invents.
 */
import type { ProductContext } from "../context/product-context.ts";

export interface DraftFile {
  /** In the product's repository. */
  readonly path: string;
  readonly text: string;
}

export interface DraftContext extends ProductContext {
  /** Folder of the product in its repository, `` for the root. */
  readonly folder: string;
  /** The text of a file of the repository, undefined where there is none. */
  readonly read: (path: string) => string | undefined;
}

export interface Drafted {
  readonly files: readonly DraftFile[];
  /** Marked in the files. */
  readonly questions: readonly string[];
}

/** Undefined: there is nothing to draft, for it is there already or nothing is known. */
export type WriteDraft = (context: DraftContext) => Drafted | undefined;

/** A path in the product's folder. */
export function inFolder({ folder }: DraftContext, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** A question as a comment of Markdown, and among the questions. */
export function questioner(): { readonly questions: string[]; readonly ask: (question: string) => string } {
  const questions: string[] = [];
  return {
    questions,
    ask: (question) => {
      questions.push(question);
      return `<!-- QUESTION: ${question} -->`;
    },
  };
}
