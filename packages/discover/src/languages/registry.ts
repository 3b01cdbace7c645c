/** Every language; a test compares this list with the folder. */
import { go } from "./go.ts";
import type { Language } from "./language.ts";
import { python } from "./python.ts";
import { typescript } from "./typescript.ts";

export const languages: readonly Language[] = [typescript, python, go];
