/** What one Rust file contributes to its crate: its text without the bodies of functions, parsed. */
import type { Tree } from "@lezer/common";
import { parser } from "@lezer/rust";
import type { Contribution } from "../../contributions.ts";
import { parseTree } from "../../syntax/node.ts";
import { type Body, openOutline, packOutline } from "../../syntax/outline.ts";
import { about } from "./about.ts";

export interface RustText {
  readonly path: string;
  readonly text: string;
  /** Absent for what is nested deeper than can be parsed. */
  readonly tree?: Tree;
}

export const RUST_TEXT: Contribution<RustText> = {
  id: `rust.file@${about.version}`,
  dialect: () => "",
  read({ text }) {
    // The macro that `?` took the place of has a name that is a keyword now.
    const tree = parseTree(
      parser,
      text.replaceAll(/\btry(?=!\s*[([{])|(?<=\b(?:macro_rules!|mod|fn|struct)\s+)try\b/g, "tri"),
    );
    return tree === undefined ? text : packOutline(text, tree, bodiesIn(text, tree));
  },
  open: (path, kept) =>
    typeof kept === "string" ? { path, text: kept } : { path, ...openOutline(kept, parser.nodeSet) },
};

/** Of functions; none where something around them can't be read, since the text then stands for what it says. */
function bodiesIn(text: string, tree: Tree): readonly Body[] {
  const bodies: Body[] = [];
  let broken = false;
  tree.iterate({
    enter({ type, name, from, to, node }) {
      if (type.isError) broken = true;
      if (broken || name !== "Block") return !broken;
      const whole = to - from > 2 && text[from] === "{" && text[to - 1] === "}";
      if (whole && node.parent?.name === "FunctionItem") bodies.push({ from, to });
      return false;
    },
  });
  return broken ? [] : bodies;
}
