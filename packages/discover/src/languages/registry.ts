/** Every language; a test compares this list with the folder. */
import type { Language } from "./language.ts";
import { typescript } from "./typescript.ts";

export const languages: readonly Language[] = [typescript];
