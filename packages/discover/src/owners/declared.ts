/** What ownership files declare of a part: the owners of its files, those of most files first. */
import type { Claim, Evidence, OwnerRef } from "@freehold/model";
import type { DeclaredAnswer, DeclaredOwners, People } from "@freehold/repository";

export interface DeclaredOfPart {
  readonly claims: readonly Claim<OwnerRef>[];
  /** Those of them that the history knows: indexes into `People.people`. */
  readonly people: readonly number[];
  /** Files speak of at least half of the part: a rule for some settings in it says nothing of the whole. */
  readonly ofMost: boolean;
}

interface Found {
  readonly ref: OwnerRef;
  readonly person: number | undefined;
  readonly joined: readonly Evidence[];
  readonly places: Map<string, Evidence>;
  /** Files it is named for as the most specific answer, and through folders above. */
  files: number;
  own: number;
  readonly source: Source;
  /** Place in the first answer that named it: owners stay in the order that their file gives. */
  readonly order: number;
}

/**
 * What kind of file says it. The owner's own charter is believed first; a file that exists to say who owns
 * what is believed next; the author that a manifest names is often who began it, or a company.
 */
type Source = "charter" | "ownership file" | "manifest";

const STRENGTH: readonly Source[] = ["charter", "ownership file", "manifest"];

function sourceOf(format: string): Source {
  return format === "charter" || format === "manifest" ? format : "ownership file";
}

const NONE: DeclaredOfPart = { claims: [], people: [], ofMost: false };
/** How often the author of a manifest is the owner, as far as we believe it without the history. */
const OF_A_MANIFEST = 0.4;
const MOST_CLAIMS = 20;
const MOST_PLACES = 5;

export function createDeclaredParts(
  declared: DeclaredOwners | undefined,
  people: People,
  paths: readonly string[],
): (files: readonly number[]) => DeclaredOfPart {
  if (declared === undefined || declared.rules.length === 0) return () => NONE;
  const known = new Map<number, readonly DeclaredAnswer[]>();
  const answersOf = (file: number) => {
    const answers = known.get(file) ?? declared.of(paths[file] ?? "").filter(({ owner }) => owner.role === "owner");
    known.set(file, answers);
    return answers;
  };
  let everywhere: ReadonlyMap<string, number> | undefined;
  return (files) => {
    const found = new Map<string, Found>();
    const spoken = new Map<Source, number>();
    for (const file of files) {
      const answers = answersOf(file);
      for (const source of new Set(answers.map(({ rule }) => sourceOf(rule.format))))
        spoken.set(source, (spoken.get(source) ?? 0) + 1);
      for (const answer of answers) note(found, answer, people);
    }
    const speaksOfMost = (source: Source) => (spoken.get(source) ?? 0) * 2 >= files.length;
    everywhere ??= filesByOwner(paths.length, answersOf);
    const sorted = sortFound(found, everywhere, speaksOfMost);
    const kept = sorted.slice(0, MOST_CLAIMS);
    return {
      claims: kept.map((one) => claimOf(one, files.length)),
      people: [...new Set(kept.flatMap((one) => one.person ?? []))],
      ofMost: STRENGTH.some(speaksOfMost),
    };
  };
}

/** How many files of the repository each owner is named for. */
function filesByOwner(
  files: number,
  answersOf: (file: number) => readonly DeclaredAnswer[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let file = 0; file < files; file++) {
    for (const key of new Set(answersOf(file).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Sources that speak of most of the part first, the stronger ones of them before the others; in one those who own at least half as much of the part as anybody, and of those
 * the one who owns the least elsewhere: a team that must approve everything is nobody's particular owner.
 */
function sortFound(
  found: ReadonlyMap<string, Found>,
  everywhere: ReadonlyMap<string, number>,
  speaksOfMost: (source: Source) => boolean,
): readonly Found[] {
  const most = Math.max(...[...found.values()].map(({ own }) => own));
  const rows = [...found].map(([key, one]) => ({
    one,
    strength: STRENGTH.indexOf(one.source) + (speaksOfMost(one.source) ? 0 : STRENGTH.length),
    minor: one.own * 2 < most ? 1 : 0,
    elsewhere: everywhere.get(key) ?? 0,
  }));
  rows.sort(
    (a, b) =>
      a.strength - b.strength ||
      a.minor - b.minor ||
      (a.minor === 1 ? b.one.own - a.one.own || b.one.files - a.one.files : a.elsewhere - b.elsewhere) ||
      a.one.order - b.one.order,
  );
  return rows.map(({ one }) => one);
}

function keyOf({ owner, rule }: DeclaredAnswer): string {
  return `${sourceOf(rule.format)}:${owner.kind}:${owner.text.toLowerCase()}`;
}

function note(found: Map<string, Found>, answer: DeclaredAnswer, people: People): void {
  const { owner, rule, inherited } = answer;
  const source = sourceOf(rule.format);
  const key = keyOf(answer);
  let one = found.get(key);
  if (one === undefined) {
    const match = people.join(owner);
    const known = match === undefined ? undefined : people.people[match.person];
    // A machine may release a package; it looks after nothing.
    if (known?.bot === true && source === "manifest") return;
    const person = known?.bot === true ? undefined : known;
    one = {
      ref: person === undefined ? unknownRef(owner) : { kind: "person", id: person.id, name: person.name },
      person: person === undefined ? undefined : match?.person,
      joined: match?.evidence ?? [],
      places: new Map(),
      files: 0,
      own: 0,
      source,
      order: found.size,
    };
    found.set(key, one);
  }
  one.files++;
  if (!inherited) one.own++;
  if (one.places.size >= MOST_PLACES) return;
  one.places.set(`${rule.path}:${rule.line}`, {
    rule: `declared.${rule.format}`,
    path: rule.path,
    line: rule.line,
    detail: `${rule.pattern} ${owner.text}${owner.via === undefined ? "" : ` (through ${owner.via.alias}, ${owner.via.path}:${owner.via.line})`}`,
  });
}

function unknownRef(owner: DeclaredAnswer["owner"]): OwnerRef {
  const id = owner.kind === "user" ? `@${owner.text}` : owner.text;
  return { kind: owner.kind === "team" ? "group" : "person", id, name: owner.name ?? id };
}

/** A file is believed as far as it speaks: an owner of half of the files is half an owner of the part. */
function claimOf(found: Found, files: number): Claim<OwnerRef> {
  return {
    value: found.ref,
    provenance: found.source === "charter" ? "declared" : "imported",
    confidence: (files === 0 ? 0 : found.files / files) * (found.source === "manifest" ? OF_A_MANIFEST : 1),
    evidence: [...found.places.values(), ...found.joined],
  };
}
