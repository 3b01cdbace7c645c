/**
 * Files that are nested too deeply to be read: what they declare is not known, so that any change of one is unknown.
 */
import type { Problem } from "@freehold/model";
import type { Change, ShapedElement } from "../kind.ts";
import { compareById, element, type Finding } from "../promise.ts";
import { digestOfText } from "./digest.ts";

const KIND = "unread";

export interface Unread {
  readonly path: string;
  /** Of its text. */
  readonly digest: string;
}

/** What tells one version of such a text from another. */
export function digestOfUnread(text: string): string {
  return digestOfText(text).slice(0, 8);
}

/** An element of unknown shape that stands for all that the file declares. */
export function unreadElement(kind: string, { path, digest }: Unread): ShapedElement {
  const signature = `what ${path} declares (source ${digest})`;
  return element({ id: `unread ${path}`, kind: KIND, name: path, signature, rule: `${kind}.unread`, path });
}

export function tooDeep(kind: string, { path }: Pick<Unread, "path">): Problem {
  return {
    code: `${kind}/too-deep`,
    severity: "warning",
    message: `${path} is nested too deeply to be read`,
    hint: "Split its deepest expression; until then a change of the file is reported as unknown.",
    path,
    line: 1,
  };
}

function unknown(rule: string, verb: string): (one: ShapedElement) => Finding {
  return (one) => ({
    rule,
    class: "unknown",
    message: `${one.name}, which is nested too deeply to be read, ${verb}`,
  });
}

/** What became of such files: nobody knows, unless their texts are equal. */
export function compareUnread(
  kind: string,
  before: readonly ShapedElement[],
  after: readonly ShapedElement[],
): readonly Change[] {
  const rules = {
    kind,
    removed: unknown("unread-file-removed", "is gone or can be read now"),
    added: unknown("unread-file-added", "is new or could be read before"),
    changed: () => [],
  };
  return compareById(rules, before.filter(isUnread), after.filter(isUnread));
}

function isUnread(one: ShapedElement): boolean {
  return one.kind === KIND;
}
