/** Files as a unified diff that `git apply` takes. */
import { createTwoFilesPatch } from "diff";

export interface ChangedFile {
  readonly path: string;
  /** Undefined: it is new. */
  readonly before: string | undefined;
  readonly after: string;
}

/** One diff; what did not change is left out. */
export function patchOf(files: readonly ChangedFile[]): string {
  return files
    .filter(({ before, after }) => before !== after)
    .map(({ path, before, after }) => {
      const [from, to] = [quoted(`a/${path}`), quoted(`b/${path}`)];
      const mode = before === undefined ? "new file mode 100644\n" : "";
      const body = createTwoFilesPatch(before === undefined ? "/dev/null" : from, to, before ?? "", after, "", "")
        // The library puts a line before the names, and a tab for a date behind them.
        .replace(/^=+\n/, "")
        .replaceAll(/^(---|\+\+\+) (.*?)\t?$/gm, "$1 $2");
      return `diff --git ${from} ${to}\n${mode}${body}`;
    })
    .join("");
}

/** As git writes names with other than plain characters. */
function quoted(path: string): string {
  return /^[\w./@+ -]+$/.test(path) ? path : JSON.stringify(path);
}
