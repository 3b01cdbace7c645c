/** MAINTAINERS files: people in lines or table rows, of the folder the file is in. */
import { baseName, depthOf, folderGlob, folderOf } from "../folder.ts";
import { type DeclaredOwner, parsePerson } from "../owner.ts";
import type { DeclaredFormat, DeclaredRule } from "../rule.ts";

const MAX_LINES = 5_000;

export const maintainers: DeclaredFormat = {
  id: "maintainers",
  title: "MAINTAINERS",
  matches: (path) => /^MAINTAINERS(?:\.(?:md|txt|rst))?$/i.test(baseName(path)),
  parse(file) {
    const folder = folderOf(file.path);
    const rules: DeclaredRule[] = [];
    let role: DeclaredOwner["role"] = "owner";
    for (const [index, text] of file.text.split(/\r?\n/, MAX_LINES).entries()) {
      if (/^#+\s|^[=-]{3,}\s*$/.test(text))
        role = /emeritus|former|retired|past|alumni/i.test(text) ? "emeritus" : text.startsWith("#") ? "owner" : role;
      const owners = peopleOf(text).map((owner) => ({ ...owner, role }));
      if (owners.length === 0) continue;
      rules.push({
        format: "maintainers",
        path: file.path,
        line: index + 1,
        group: "maintainers",
        order: depthOf(folder),
        glob: folderGlob(folder),
        pattern: folder === "" ? "/" : `${folder}/`,
        owners,
      });
    }
    return { rules, problems: [] };
  },
};

/** Only what is surely a person: an address in brackets, a profile link, a login at a list item. */
function peopleOf(text: string): readonly DeclaredOwner[] {
  const line = text.slice(0, 1_000);
  const profile = /\(?https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([A-Za-z0-9][\w.-]{0,60})\/?(?=[)\s|>\]]|$)/.exec(
    line,
  )?.[1];
  const login = profile ?? /(?:^\s*[-*+]\s+|[|(\s])@([A-Za-z0-9][\w-]{0,60})(?=[\s,|):\]]|$)/.exec(line)?.[1];
  const name = /^[\s*+|-]*(?:\[)?(\p{L}[\p{L}.'-]*(?: \p{L}[\p{L}.'-]*){1,4})/u.exec(line)?.[1];
  if (login !== undefined)
    return [{ kind: "user", text: login, role: "owner", ...(name === undefined ? {} : { name }) }];
  const bracketed = /([^<>|*]{0,120})<([^<>\s]+@[^<>\s]+)>/.exec(line);
  if (bracketed === null) return [];
  const person = parsePerson(`${(bracketed[1] ?? "").replace(/^[\s+-]*(?:[A-Z]:)?/, "")}<${bracketed[2] ?? ""}>`);
  return person === undefined ? [] : [person];
}
