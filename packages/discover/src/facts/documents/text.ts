/**
 * What the text of a document says by itself, whatever stands around it in the repository: this part is
 * cached by content. Raise `DOCUMENT_VERSION` when the same text gives other facts.
 */
import type { Document, DocumentLink } from "@freehold/model";
import { blanksOf } from "./blanks.ts";
import { changelogReleases } from "./changelog.ts";
import { commitsIn } from "./commits.ts";
import { codeBlock, type Fence } from "./code.ts";
import { kinOf } from "./kin.ts";
import { commandsOf, inlineCommand } from "./commands.ts";
import { spdxOf } from "./licence.ts";
import { readMarkdown } from "./markdown.ts";
import { statusOf } from "./status.ts";

export const DOCUMENT_VERSION = 9;

/** A document before its links are looked up in the tree. */
export interface DocumentText extends Omit<Document, "path" | "role" | "inner" | "dead" | "releases" | "spdx"> {
  /** Links that name no scheme. */
  readonly relative: readonly DocumentLink[];
  readonly releases: NonNullable<Document["releases"]>;
  readonly spdx: readonly string[];
}

/** Of each list only this much is kept: nobody reads more, and a snapshot carries it. */
const MOST = { headings: 60, links: 60, commands: 60, code: 80, shown: 10, releases: 200, relative: 500, limits: 20 };

export function documentText(text: string): DocumentText {
  const { title, lead, headings, links, fences, spans, words, limits } = readMarkdown(text);
  const outer = links.filter(({ target }) => /^(?:https?:)?\/\//i.test(target) || /^mailto:/i.test(target));
  const relative = links.filter(({ target }) => !/^(?:[a-z][\w+.-]*:|\/\/|#)/i.test(target) && target !== "");
  const typed = [
    ...fences.flatMap((fence: Fence) => commandsOf(fence)),
    ...spans.flatMap((span) => inlineCommand(span)),
  ];
  return {
    bytes: Buffer.byteLength(text),
    words,
    ...(title === undefined ? {} : { title }),
    ...(lead === undefined ? {} : { lead }),
    headings: headings.slice(0, MOST.headings),
    code: fences.slice(0, MOST.code).map((fence, index) => ({
      ...codeBlock(fence),
      ...(index < MOST.shown ? { text: fence.text.slice(0, 240) } : {}),
    })),
    commands: typed.slice(0, MOST.commands),
    links: outer.slice(0, MOST.links),
    relative: relative.slice(0, MOST.relative),
    ...blanksIn(text),
    ...commitsNamed(text),
    ...(limits.length === 0 ? {} : { limits: limits.slice(0, MOST.limits) }),
    releases: changelogReleases(headings).slice(0, MOST.releases),
    spdx: spdxOf(text),
    ...said("kin", kinOf(text)),
    ...said("status", statusOf(text)),
  };
}

function said<Name extends "kin" | "status">(name: Name, found: Document[Name]): Pick<DocumentText, Name> {
  return (found === undefined ? {} : { [name]: found }) as Pick<DocumentText, Name>;
}

function commitsNamed(text: string): Pick<Document, "commits"> {
  const commits = commitsIn(text);
  return commits.length === 0 ? {} : { commits };
}

function blanksIn(text: string): Pick<Document, "blanks"> {
  const blanks = blanksOf(text);
  return blanks.length === 0 ? {} : { blanks };
}
