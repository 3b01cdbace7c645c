/** The change to a charter that makes git agree with an edit, as a patch that `git apply` takes. */
import { editCharter } from "@freehold/model";
import { type CharterEdit, editCharterText } from "./edits/charter-edit.ts";
import { patchOf } from "./patch.ts";

/** A charter of a repository that need not be at hand. */
interface CharterFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Sets fields at the top of the charter. One that is a word or a sentence changes in its place, with all around it as it
 * is written; for others the text is written anew. Empty where nothing differs. Throws `RangeError` where the text is
 * no charter.
 */
export function charterPatch({ path, text }: CharterFile, fields: Readonly<Record<string, unknown>>): string {
  let after = text;
  for (const [field, value] of Object.entries(fields)) {
    const edit: CharterEdit = { kind: "charter", file: path, op: "replace", at: [field], value };
    after = editCharterText(after, edit) ?? editCharter(after, { [field]: value });
  }
  return patchOf([{ path, before: text, after }]);
}
