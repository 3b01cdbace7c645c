/** The text of a file after one edit. */
import type { DriftEdit } from "@freehold/model";
import { editCharterText } from "./charter-edit.ts";
import { editValueText } from "./value-edit.ts";

/** Undefined where the edit does not fit the text. Line ends of Windows are kept. */
export function applyEdit(text: string, edit: DriftEdit): string | undefined {
  const windows = text.includes("\r\n");
  const plain = windows ? text.replaceAll("\r\n", "\n") : text;
  const after = edited(plain, edit);
  return windows ? after?.replaceAll("\n", "\r\n") : after;
}

function edited(text: string, edit: DriftEdit): string | undefined {
  if (edit.kind === "charter") return editCharterText(text, edit);
  if (edit.kind === "value") return editValueText(text, edit);
  return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${edit.text}\n`;
}
