/** Which language a source is in, by its path; apart from the parsers, which take long to load. */
export type Language = "go" | "java" | "javascript" | "python" | "rust";

const LANGUAGES: readonly (readonly [RegExp, Language])[] = [
  [/\.[cm]?[jt]sx?$/, "javascript"],
  [/\.py$/, "python"],
  [/\.go$/, "go"],
  [/\.rs$/, "rust"],
  [/\.java$/, "java"],
];

/** The language of a path; undefined for those that are not read. Declaration files hold no code. */
export function languageOf(path: string): Language | undefined {
  if (/\.d\.[cm]?ts$/.test(path)) return undefined;
  return LANGUAGES.find(([ending]) => ending.test(path))?.[1];
}
