/** The few files of a tree that are read whole, as text: charters, ownership files, READMEs. */
import type { FileTree, TreeFile } from "@freehold/repository";

/** Longer ones were not written by hand. */
const MAX_BYTES = 1024 * 1024;

/** Path -> text of the files that are chosen; missing, large and binary ones are left out. */
export async function textFiles(
  tree: FileTree,
  choose: (file: TreeFile) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const chosen = tree.files.filter((file) => (file.mode === "file" || file.mode === "executable") && choose(file));
  const decoder = new TextDecoder();
  const texts = new Map<string, string>();
  for await (const { file, bytes } of tree.read(chosen, { maxBytes: MAX_BYTES })) {
    if (bytes !== undefined && !bytes.includes(0)) texts.set(file.path, decoder.decode(bytes));
  }
  return texts;
}
