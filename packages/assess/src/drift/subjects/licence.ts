import { licenceIds } from "../../characteristics/licence-text.ts";
import type { DriftSubject } from "../subject.ts";

/** Which of two is meant, a text of a page or a word in a manifest: the text is what binds. */
export const licence: DriftSubject = {
  id: "licence",
  lines({ facts, document, at }) {
    if (facts === undefined) return [];
    return facts.manifests.flatMap(({ path, license }) => {
      const folder = path.slice(0, path.lastIndexOf("/") + 1);
      const beside = facts.documents.find(
        (one) => one.role === "licence" && one.path.startsWith(folder) && !one.path.slice(folder.length).includes("/"),
      );
      const text = beside ?? document("licence");
      const [only, second] = text?.spdx ?? [];
      if (text === undefined || only === undefined || second !== undefined) return [];
      const known = licenceIds(only)[0] ?? only;
      const stated = license === undefined ? [] : licenceIds(license);
      if (license === undefined || stated.length === 0 || stated.includes(known)) return [];
      // The texts of some licences are the same with and without "or later": which is meant, the text does not say.
      const certain = !/^[AL]?GPL-/.test(known);
      return [
        {
          declared: `license ${license}`,
          observed: `the text is ${known}`,
          evidence: [at(path, undefined, license), at(text.path, undefined, known)],
          mend: `Write ${known} as \`license\` in ${path}, or put the text of ${license} beside it.`,
          ...(certain
            ? { edit: { kind: "value", file: path, key: "license", from: license, to: known } as const }
            : {}),
        },
      ];
    });
  },
};
