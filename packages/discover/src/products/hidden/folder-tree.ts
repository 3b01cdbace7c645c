/** The folders of some files as a tree of numbers; folder 0 is the one that holds all of them. */
export interface FolderTree {
  readonly path: readonly string[];
  readonly parent: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** Folder of each file. */
  readonly folderOf: Int32Array;
  /** Files in each folder and below. */
  readonly files: readonly number[];
}

export function growTree(root: string, files: readonly string[]): FolderTree {
  const index = new Map<string, number>([[root, 0]]);
  const path = [root];
  const parent = [-1];
  const children: number[][] = [[]];
  const count = [0];
  const folderOf = Int32Array.from(files, (file) => folderAt(file.slice(0, Math.max(0, file.lastIndexOf("/")))));
  for (const folder of folderOf) {
    for (let above = folder; above >= 0; above = parent[above] ?? -1) count[above] = (count[above] ?? 0) + 1;
  }
  return { path, parent, children, folderOf, files: count };

  function folderAt(folder: string): number {
    const known = index.get(folder);
    if (known !== undefined) return known;
    if (folder.length <= root.length) return 0;
    const above = folderAt(folder.slice(0, Math.max(0, folder.lastIndexOf("/"))));
    const made = path.push(folder) - 1;
    index.set(folder, made);
    parent.push(above);
    children.push([]);
    count.push(0);
    children[above]?.push(made);
    return made;
  }
}
