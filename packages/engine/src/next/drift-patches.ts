/** Patches that let files say what is observed, where that is one line of them. */
import type { Drift, DriftEdit, DriftPatch } from "@freehold/model";
import { applyEdit } from "./edits/apply-edit.ts";
import { patchOf } from "./patch.ts";
import type { Reader } from "./read-files.ts";

/** One patch a line, each for the files as they are. Lines without an edit, and those that no longer fit, have none. */
export async function driftPatches(drift: readonly Drift[], reader: Reader): Promise<DriftPatch[]> {
  await readFiles(drift, reader);
  return drift.flatMap(({ subject, declared, observed, edit }) => {
    const before = edit === undefined ? undefined : reader.read(edit.file);
    const after = edit === undefined || before === undefined ? undefined : applyEdit(before, edit);
    if (edit === undefined || before === undefined || after === undefined) return [];
    const patch = patchOf([{ path: edit.file, before, after }]);
    return patch === "" ? [] : [{ subject, declared, observed, file: edit.file, patch }];
  });
}

/** All of them in one patch. What is removed from a list goes last first, so that places stay where they were. */
export async function driftPatch(drift: readonly Drift[], reader: Reader): Promise<string> {
  await readFiles(drift, reader);
  const texts = new Map<string, string>();
  for (const edit of inOrder(drift)) {
    const text = texts.get(edit.file) ?? reader.read(edit.file);
    const after = text === undefined ? undefined : applyEdit(text, edit);
    if (after !== undefined) texts.set(edit.file, after);
  }
  return patchOf([...texts].map(([path, after]) => ({ path, before: reader.read(path), after })));
}

async function readFiles(drift: readonly Drift[], reader: Reader): Promise<void> {
  for (const { edit } of drift) if (edit !== undefined) reader.read(edit.file);
  await reader.load();
}

function inOrder(drift: readonly Drift[]): DriftEdit[] {
  const edits = drift.flatMap(({ edit }) => edit ?? []);
  const removing = edits.filter((edit) => edit.kind === "charter" && edit.op === "remove");
  const others = edits.filter((edit) => !removing.includes(edit));
  return [...others, ...removing.toSorted((a, b) => placeIn(b) - placeIn(a))];
}

function placeIn(edit: DriftEdit): number {
  return edit.kind === "charter" ? Number(edit.at.find(Number.isInteger) ?? 0) : 0;
}
