/** The scripts in a file: itself, or the blocks of a Vue, Svelte or Astro component. */
import type { Dialect } from "./parse.ts";

export interface Script {
  readonly text: string;
  readonly dialect: Dialect;
  readonly firstLine: number;
}

const COMPONENT = /\.(?:vue|svelte|astro)$/;

export function isScript(path: string): boolean {
  return /\.(?:[cm]?[jt]s|[jt]sx|vue|svelte|astro)$/.test(path);
}

export function scriptsOf(path: string, text: string): readonly Script[] {
  if (!COMPONENT.test(path)) return [{ text, dialect: dialectOf(path), firstLine: 1 }];
  return [...frontMatter(path, text), ...scriptBlocks(text)];
}

/** Plain JavaScript often holds JSX, and reading it as such loses nothing. */
function dialectOf(path: string): Dialect {
  if (/\.d\.[cm]?ts$/.test(path)) return "dts";
  if (path.endsWith(".tsx")) return "tsx";
  return /\.[cm]?ts$/.test(path) ? "ts" : "jsx";
}

/** The part between two lines of `---` at the top of an Astro component. */
function frontMatter(path: string, text: string): readonly Script[] {
  if (!path.endsWith(".astro") || !text.startsWith("---")) return [];
  const end = text.indexOf("\n---", 3);
  return end === -1 ? [] : [{ text: text.slice(3, end), dialect: "ts", firstLine: 1 }];
}

/** Searching with `indexOf` keeps it linear, whatever the text is. */
function scriptBlocks(text: string): readonly Script[] {
  const scripts: Script[] = [];
  let firstLine = 1;
  let counted = 0;
  for (let at = text.indexOf("<script"); at !== -1;) {
    const open = text.indexOf(">", at);
    const close = open === -1 ? -1 : text.indexOf("</script", open);
    if (close === -1) break;
    for (let newline = text.indexOf("\n", counted); newline !== -1 && newline < open; firstLine++) {
      newline = text.indexOf("\n", newline + 1);
    }
    counted = open;
    const dialect = /\blang\s*=\s*["']?ts/.test(text.slice(at, open)) ? "tsx" : "jsx";
    scripts.push({ text: text.slice(open + 1, close), dialect, firstLine });
    at = text.indexOf("<script", close);
  }
  return scripts;
}
