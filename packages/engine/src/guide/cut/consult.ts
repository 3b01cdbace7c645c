/** Who should be asked before a part is cut out: those who look after it, and those who use it. */
import type { Consult, Cut, Ownership, Person } from "@freehold/model";

export interface ConsultInput {
  readonly cut: Cut;
  /** Of the product around. */
  readonly around: { readonly name: string; readonly ownership: Ownership } | undefined;
  readonly people: readonly Person[];
  readonly ownershipOf: (paths: readonly string[]) => Ownership;
  /** Files of the part. */
  readonly inside: readonly string[];
}

/** Of those who worked on the part. */
const LEAST_CONFIDENCE = 0.25;
const MOST = 12;

/** Each person or group once, with every reason. */
export function whoToConsult(input: ConsultInput): Consult[] {
  const reasons = new Map<string, { why: string[]; confidence?: number }>();
  const add = (name: string, why: string, confidence?: number) => {
    const known = reasons.get(name) ?? { why: [] };
    if (!known.why.includes(why)) known.why.push(why);
    if (confidence !== undefined) known.confidence = Math.max(known.confidence ?? 0, confidence);
    reasons.set(name, known);
  };
  const { around, cut } = input;
  const owner = around?.ownership.owner;
  if (around !== undefined && owner !== undefined) add(owner.value.name, `owns ${around.name}, which it is part of`);
  const nameOf = new Map(input.people.map(({ id, name }) => [id, name]));
  for (const { person, confidence } of input.ownershipOf(input.inside).ranked.slice(0, 3)) {
    if (confidence >= LEAST_CONFIDENCE) add(nameOf.get(person) ?? person, "knows the part best", confidence);
  }
  for (const [folder, uses] of usersByFolder(cut)) {
    const using = input.ownershipOf(uses.map(({ path }) => path)).owner;
    if (using !== undefined)
      add(using.value.name, `owns what uses it in ${folder === "" ? "the root folder" : folder}`);
  }
  return [...reasons].slice(0, MOST).map(([name, { why, confidence }]) => ({
    name,
    why: why.slice(0, 3).join("; "),
    ...(confidence === undefined ? {} : { confidence }),
  }));
}

/** Places that use the part, by the two outermost folders, most uses first. */
function usersByFolder({ promised }: Cut) {
  const places = promised.filter(({ testOnly }) => !testOnly).flatMap((element) => element.places);
  const folders = Map.groupBy(places, ({ path }) => path.split("/").slice(0, -1).slice(0, 2).join("/"));
  return [...folders].sort((a, b) => b[1].length - a[1].length).slice(0, MOST);
}
