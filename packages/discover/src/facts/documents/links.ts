/**
 * Whether links within the repository lead somewhere. Told only where it can be known: what a site
 * generator or the code host makes of an address (`../../issues`, `/guide/start`, `./start` without an
 * ending in a guide) is not held against a document.
 */
import type { DocumentLink, DocumentRole } from "@freehold/model";
import { folderOf } from "../../products/paths.ts";

export interface PathsOfTree {
  /** A file, a folder, or something in a submodule. */
  has(path: string): boolean;
}

export interface ResolvedLinks {
  readonly inner: number;
  readonly dead: readonly DocumentLink[];
}

const ENDINGS = ["", ".md", ".mdx", ".html", "/index.md", "/index.mdx", "/README.md"];

export function resolveLinks(
  path: string,
  role: DocumentRole,
  links: readonly DocumentLink[],
  tree: PathsOfTree,
): ResolvedLinks {
  const dead: DocumentLink[] = [];
  let inner = 0;
  for (const link of links) {
    const known = leads(path, role, link.target, tree);
    if (known === undefined) continue;
    inner++;
    if (!known) dead.push(link);
  }
  return { inner, dead };
}

/** Undefined: it can't be told. */
function leads(path: string, role: DocumentRole, target: string, tree: PathsOfTree): boolean | undefined {
  const address = target.replace(/[?#].*$/, "");
  if (address === "" || /[{}<>$*|\\]|%[^0-9a-f]/i.test(address)) return undefined;
  const absolute = address.startsWith("/");
  const resolved = normal(absolute ? address.slice(1) : `${folderOf(path)}/${address}`);
  if (resolved === undefined) return undefined;
  const plain = resolved.replace(/\.html?$/, "");
  if (resolved === "" || ENDINGS.some((ending) => tree.has(resolved + ending) || tree.has(plain + ending))) return true;
  const isPage = role === "guide" || role === "decision";
  const namesFile = /\.[a-z][a-z0-9]{1,4}$/i.test(address);
  return isPage && (absolute || !namesFile || /\.html?$/.test(address)) ? undefined : false;
}

/** The path without `.` and `..`; undefined where it leaves the repository. */
function normal(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
