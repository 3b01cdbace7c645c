/** Files that a scan reads for what they say in words. */
import { CHARTER_FILE } from "@freehold/model";

export function isCharter(path: string): boolean {
  return baseName(path) === CHARTER_FILE;
}

export function isReadme(path: string): boolean {
  return /^readme(?:\.(?:md|markdown|rst|txt|adoc|asciidoc))?$/i.test(baseName(path));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
