/** Every format of other tools that declares products; the Backstage catalog is read with the owners. */
import { codemeta } from "./codemeta.ts";
import { compass } from "./compass.ts";
import { cortex } from "./cortex.ts";
import type { ImportedFacts, ImportedFile, ImportedFormat } from "./format.ts";
import { opslevel } from "./opslevel.ts";
import { publiccode } from "./publiccode.ts";

/** @internal */
export const importedFormats: readonly ImportedFormat[] = [codemeta, compass, cortex, opslevel, publiccode];

/** Reads one file with the format that fits; undefined when none does. */
export function readImportedFile(file: ImportedFile): ImportedFacts | undefined {
  return importedFormats.find((format) => format.matches(file.path))?.parse(file);
}

export function isImportedFile(path: string): boolean {
  return importedFormats.some((format) => format.matches(path));
}
