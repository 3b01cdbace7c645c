/** Which files are read for their imports, and those with one content put together. */
import type { FileTree, TreeFile } from "@freehold/repository";
import type { Language } from "../languages/language.ts";

/** Nobody writes more by hand; and it bounds how deep a file can nest (see `pool.ts`). */
export const MAX_SOURCE_BYTES = 1 << 20;

/** The files of one language with one ending: what a text says may depend on both. */
export interface SourceGroup {
  readonly language: Language;
  /** What results are cached by, besides the content. */
  readonly extractor: string;
  /** By blob. */
  readonly files: ReadonlyMap<string, readonly TreeFile[]>;
}

export interface Chosen {
  readonly groups: readonly SourceGroup[];
  readonly configurations: ReadonlyMap<Language, readonly TreeFile[]>;
  readonly files: number;
  readonly large: readonly TreeFile[];
}

/** One pass over the paths. `isForeign` files aren't read. */
export function chooseSources(
  tree: FileTree,
  languages: readonly Language[],
  isForeign: (path: string) => boolean,
): Chosen {
  const groups = new Map<string, { language: Language; extractor: string; files: Map<string, TreeFile[]> }>();
  const configurations = new Map<Language, TreeFile[]>(languages.map((language) => [language, []]));
  const large: TreeFile[] = [];
  const extractorOf = extractors();
  let count = 0;
  for (const file of tree.files) {
    if (file.mode === "symlink" || file.mode === "submodule") continue;
    const language = languages.find((one) => one.matches(file.path));
    for (const one of languages) if (one.configures(file.path) !== undefined) configurations.get(one)?.push(file);
    if (language === undefined || isForeign(file.path)) continue;
    if ((file.size ?? 0) > MAX_SOURCE_BYTES) {
      large.push(file);
      continue;
    }
    count++;
    const extractor = extractorOf(language, file.path);
    const group = groups.get(extractor) ?? { language, extractor, files: new Map<string, TreeFile[]>() };
    groups.set(extractor, group);
    const same = group.files.get(file.blob);
    if (same === undefined) group.files.set(file.blob, [file]);
    else same.push(file);
  }
  return { groups: [...groups.values()], configurations, files: count, large };
}

/** The name of each is made once: there are few, and many files. */
function extractors(): (language: Language, path: string) => string {
  const made = new Map<Language, Map<string, string>>();
  return (language, path) => {
    const own = made.get(language) ?? new Map<string, string>();
    made.set(language, own);
    const ending = endingOf(path);
    const known = own.get(ending) ?? `imports.2.${language.id}${ending}@${language.version}`;
    own.set(ending, known);
    return known;
  };
}

/** `.d.ts` and `.ts` are read differently, so two parts count; `` for a name without. */
function endingOf(path: string): string {
  const dot = path.lastIndexOf(".");
  if (dot < 0 || dot === path.length - 1 || path.lastIndexOf("/") > dot) return "";
  return path.slice(path.endsWith(".d", dot) ? dot - 2 : dot);
}
