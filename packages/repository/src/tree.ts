/**
 * A repository at one revision, as a list of files with lazy contents.
 *
 * Everything that reads a repository reads it through this interface, whatever is behind it: git
 * objects, a work tree, a plain folder, or memory in tests.
 */

export interface TreeFile {
  /** `/` separated, relative to the root; bytes that are not UTF-8 are escaped as `\xNN` (see `path-bytes.ts`). */
  readonly path: string;
  /** Git object id of the contents (for a submodule: the commit). */
  readonly blob: string;
  /** Bytes; undefined where the object is missing. */
  readonly size: number | undefined;
  readonly mode: "file" | "executable" | "symlink" | "submodule";
}

export interface FileContent {
  readonly file: TreeFile;
  /** Undefined when the object is missing (partial clone) or larger than the limit. */
  readonly bytes: Uint8Array | undefined;
  readonly absence?: "missing" | "too-large";
}

export interface FileTree {
  /** Commit id, or undefined in a repository without commits and in a plain folder. */
  readonly revision: string | undefined;
  /** Sorted by path (code units). */
  readonly files: readonly TreeFile[];
  get(path: string): TreeFile | undefined;
  /** Streams contents in the order asked for. `maxBytes` defaults to 4 MiB a file. */
  read(files: readonly TreeFile[], options?: { readonly maxBytes?: number }): AsyncIterable<FileContent>;
}
