/** What one Go file contributes to its module: its text without bodies, parsed. */
import { parser } from "@lezer/go";
import type { Contribution } from "../../contributions.ts";
import { openOutline, packOutline } from "../../syntax/outline.ts";
import { digestOfUnread, type Unread } from "../../syntax/unread.ts";
import { about } from "./about.ts";
import { type GoFile, outlineOf, readGoFile } from "./syntax.ts";

/** Its constraints depend on its name, so they are read when it is opened. */
export const GO_FILE: Contribution<GoFile | Unread> = {
  id: `go.file@${about.version}`,
  dialect: () => "",
  read({ text }) {
    const outline = outlineOf(text);
    return outline === undefined ? digestOfUnread(text) : packOutline(outline.text, outline.tree);
  },
  open: (path, kept) =>
    typeof kept === "string" ? { path, digest: kept } : readGoFile(path, openOutline(kept, parser.nodeSet)),
};
