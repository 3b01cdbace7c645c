import type { DriftSubject } from "../subject.ts";

/** A product of many packages is called by none of them. */
const MOST_PACKAGES = 3;

/** People look for it by the name in the registry, and find none of that name here. */
export const name: DriftSubject = {
  id: "name",
  lines({ product, charter, units, charterAt, at, repository }) {
    const published = units.filter((unit) => unit.published === true && unit.kind === "package");
    const [first] = published;
    if (charter === undefined || product.charter === undefined || first === undefined) return [];
    if (published.length > MOST_PACKAGES) return [];
    const known = [charter.name, product.slug, ...(charter.aliases ?? []), ...product.aliases].map(plain);
    const isLike = (text: string) =>
      known.some((one) => one !== "" && (plain(text).includes(one) || one.includes(plain(text))));
    if (published.some((unit) => isLike(unit.name) || isLike(lastPart(unit.name)))) return [];
    // A repository of that name leads there all the same.
    if (repository !== undefined && published.some((unit) => plain(lastPart(unit.name)) === plain(repository.name)))
      return [];
    return [
      {
        declared: charter.name,
        observed: `it publishes ${published.map((unit) => unit.name).join(", ")}`,
        evidence: [
          charterAt("name", charter.name),
          ...published.map((unit) => at(unit.manifest ?? unit.path, undefined, unit.name)),
        ],
        mend: `Put ${lastPart(first.name)} under \`aliases\` in ${product.charter}, or give the two one name.`,
        edit: { kind: "charter", file: product.charter, op: "add", at: ["aliases"], value: lastPart(first.name) },
      },
    ];
  },
};

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
