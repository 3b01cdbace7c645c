/** A declaration file that is nothing but `declare module "lamp" { … }` declares that module: as if its body stood alone. */
import { parseSync } from "oxc-parser";

const SAYS_SO = /\bdeclare\s+module\s+["']/;

/** The text with all but the body blanked, so that every place stays where it was; the text itself otherwise. */
export function withoutAmbientModule(text: string): string {
  if (!SAYS_SO.test(text)) return text;
  const { body } = parseSync("a.d.ts", text, { lang: "dts", sourceType: "module" }).program;
  const [only, second] = body;
  if (only === undefined || second !== undefined || only.type !== "TSModuleDeclaration") return text;
  if (only.id.type !== "Literal" || only.body === null || only.body === undefined) return text;
  const { start, end } = only.body;
  return blanked(text.slice(0, start + 1)) + text.slice(start + 1, end - 1) + blanked(text.slice(end - 1));
}

function blanked(text: string): string {
  return text.replaceAll(/[^\r\n]/g, " ");
}
