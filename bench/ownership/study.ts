/** One repository with its truth, read and measured: what every ranker and the fit work on. */
import { readFile } from "node:fs/promises";
import { findPeople, type History, openRepository, openTree, type People, readHistory } from "@freehold/repository";
import { createLedger, type Ledger } from "@freehold/discover";
import { createTallies, type Tally } from "@freehold/discover";
import { measureWhole, type Whole } from "@freehold/discover";
import { parseTruth, type TruthUnit } from "./truth.ts";

export interface StudyUnit {
  readonly unit: TruthUnit;
  readonly tally: Tally;
  /** People that its owners were joined to; empty: not resolvable. */
  readonly owners: ReadonlySet<number>;
  /** Whether a person owns it, and not teams alone. */
  readonly personal: boolean;
}

export interface Study {
  readonly name: string;
  readonly people: People;
  readonly ledger: Ledger;
  readonly whole: Whole;
  readonly units: readonly StudyUnit[];
  readonly seconds: number;
}

/** Files that declare owners are hidden by the ledger, which never counts them. */
export async function studyRepository(name: string, csv: string, folder: string): Promise<Study | string> {
  const start = performance.now();
  const truth = parseTruth(await readFile(csv, "utf8"));
  if (truth === undefined) return "the table has no rows";
  const { repository } = await openRepository(folder);
  if (repository === undefined) return `no repository at ${folder}`;
  const { tree } = await openTree(repository, truth.commit);
  if (tree.revision === undefined) return `commit ${truth.commit} is not there`;
  const { history } = await readHistory(repository, truth.commit);
  const people = findPeople(history, { mailmap: await mailmapOf(tree) });
  const paths = tree.files.map((file) => file.path);
  return measure(name, history, people, paths, truth.units, start);
}

function measure(
  name: string,
  history: History,
  people: People,
  paths: readonly string[],
  units: readonly TruthUnit[],
  start: number,
): Study {
  const ledger = createLedger(history, people, paths);
  const tallies = createTallies(ledger);
  const whole = measureWhole(ledger);
  const studied = units.map((unit): StudyUnit => {
    const files = unit.paths.flatMap((path) => ledger.fileOf.get(path) ?? []);
    const persons = unit.owners.filter((owner) => owner.kind !== "team");
    const owners = new Set(persons.flatMap((owner) => people.join(owner)?.person ?? []));
    return { unit, tally: tallies.of(files), owners, personal: persons.length > 0 };
  });
  return { name, people, ledger, whole, units: studied, seconds: (performance.now() - start) / 1000 };
}

async function mailmapOf(tree: Awaited<ReturnType<typeof openTree>>["tree"]): Promise<string | undefined> {
  const file = tree.get(".mailmap");
  if (file === undefined) return undefined;
  for await (const { bytes } of tree.read([file]))
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  return undefined;
}
