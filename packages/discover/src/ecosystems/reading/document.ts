/** What every reader of a format answers: the root where there is one, and what is wrong with the text. */
import type { Problem } from "@freehold/model";
import type { Node } from "./node.ts";

export interface Document {
  readonly root: Node | undefined;
  readonly problems: readonly Problem[];
}

/** A text of which nothing could be read. */
export function unreadable(problem: Problem): Document {
  return { root: undefined, problems: [problem] };
}
