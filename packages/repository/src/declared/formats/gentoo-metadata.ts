/**
 * metadata.xml of Gentoo-like package trees: `<maintainer><email>` owns the folder.
 * The few elements are read by hand, without entities or a document type, so nothing can be expanded.
 * https://www.gentoo.org/glep/glep-0068.html
 */
import { baseName, depthOf, folderGlob, folderOf } from "../folder.ts";
import { type DeclaredOwner, parsePerson } from "../owner.ts";
import type { DeclaredFormat, DeclaredRule } from "../rule.ts";

export const gentooMetadata: DeclaredFormat = {
  id: "gentoo-metadata",
  title: "metadata.xml (Gentoo)",
  matches: (path) => baseName(path) === "metadata.xml",
  recognises: (text) => /<(?:pkgmetadata|catmetadata)\b/.test(text.slice(0, 4_000)),
  parse(file) {
    const folder = folderOf(file.path);
    const text = file.text.slice(0, 1 << 18).replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, " "));
    const rules: DeclaredRule[] = [];
    for (const match of text.matchAll(/<maintainer\b[^<>]*>/g)) {
      const end = text.indexOf("</maintainer>", match.index);
      const owner =
        end < 0 ? undefined : maintainerOf(match[0], text.slice(match.index, Math.min(end, match.index + 4_000)));
      if (owner === undefined) continue;
      rules.push({
        format: "gentoo-metadata",
        path: file.path,
        line: text.slice(0, match.index).split("\n").length,
        group: "gentoo-metadata",
        order: depthOf(folder),
        glob: folderGlob(folder),
        pattern: `${folder}/`,
        owners: [owner],
      });
    }
    return { rules, problems: [] };
  },
};

function maintainerOf(tag: string, block: string): DeclaredOwner | undefined {
  const email = /<email>\s*([^<\s]+)\s*<\/email>/.exec(block)?.[1];
  const name = /<name>\s*([^<]*?)\s*<\/name>/.exec(block)?.[1]?.replace(/[<>]/g, "");
  if (email === undefined) return undefined;
  if (/type\s*=\s*["']project["']/.test(tag))
    return { kind: "team", text: email, role: "owner", ...(name ? { name } : {}) };
  return parsePerson(name ? `${name} <${email}>` : email);
}
