/** A text's identity but for blanks. */
import { hash } from "../containment/lowering.ts";

/** Equal texts are sources in which nothing can have changed. Linear. */
export function digestOfText(text: string): string {
  return hash(text.replaceAll(/\s+/g, " "));
}
