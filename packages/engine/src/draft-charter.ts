/**
 * Drafts of `product.yaml`.
 *
 * A draft states as a field only what is certain (the id, the name, owners that some file declares).
 * What was inferred stands in a comment with its evidence, and what nobody can read is a question.
 */
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CHARTER_FILE, type Claim, type Evidence, type OwnerRef, type Product, type Snapshot } from "@freehold/model";
import { stringify } from "yaml";
import { closest } from "./closest.ts";
import { Failure } from "./failure.ts";

export interface Draft {
  readonly repository: string;
  /** Where it belongs, relative to the repository. */
  readonly path: string;
  readonly text: string;
  readonly questions: readonly string[];
}

/**
 * A draft for one product of a snapshot, by slug, name, unit or folder; without a name, for the only one.
 * Throws a `Failure` that lists the choices when there are several, or none of that name.
 */
export function draftCharter(snapshot: Snapshot, name?: string): Draft {
  const product = choose(snapshot, name);
  const [repository, folder] = splitPath(product.paths[0] ?? `${product.repositories[0] ?? ""}:`);
  const { lines, questions } = draftLines(snapshot, product);
  const path = folder === "" ? CHARTER_FILE : `${folder}/${CHARTER_FILE}`;
  return { repository, path, text: `${lines.join("\n")}\n`, questions };
}

/**
 * Writes a draft into the work tree of its repository (`folders`: repository id -> folder) and returns
 * the path. Throws a `Failure` when there is a charter already, unless it may be replaced.
 */
export async function writeDraft(
  draft: Draft,
  folders: ReadonlyMap<string, string>,
  { replace }: { readonly replace: boolean },
): Promise<string> {
  const folder = folders.get(draft.repository);
  if (folder === undefined) {
    throw new Failure(
      "init/no-worktree",
      `${draft.repository} has no work tree to write ${draft.path} into`,
      "Use --print and save the draft yourself.",
    );
  }
  const file = join(folder, draft.path);
  try {
    await mkdir(dirname(file), { recursive: true });
    if (replace) await replaceFile(file, draft.text);
    else await writeFile(file, draft.text, { flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new Failure(
      "init/exists",
      `${file} is there already`,
      "Use --force to replace it, or --print to see the draft.",
    );
  }
  return file;
}

/** Written beside and renamed: a kill leaves the old file, and a link that a repository planted is not followed. */
async function replaceFile(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}.tmp`;
  try {
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

function choose(snapshot: Snapshot, name: string | undefined): Product {
  const products = snapshot.products.filter(({ hidden }) => hidden !== true);
  if (name !== undefined)
    return products.find((product) => isCalled(snapshot, product, name)) ?? notFound(products, name);
  const roots = products.filter(({ partOf }) => partOf === undefined);
  if (roots.length === 1 && roots[0] !== undefined) return roots[0];
  const choices = products
    .map(({ slug }) => slug)
    .slice(0, 20)
    .join(", ");
  if (products.length === 0)
    throw new Failure("init/nothing", "no product was found here", "Is there anything but empty folders?");
  throw new Failure(
    "init/several",
    `there are ${products.length} products here; say which one`,
    `Use --unit with one of: ${choices}`,
  );
}

function isCalled(snapshot: Snapshot, { slug, name, paths, units }: Product, wanted: string): boolean {
  const folder = wanted.replace(/^\.\//, "").replace(/\/+$/, "");
  if (slug === wanted || name === wanted || paths.some((path) => splitPath(path)[1] === folder)) return true;
  return snapshot.units.some((unit) => units.includes(unit.id) && (unit.name === wanted || unit.path === folder));
}

function notFound(products: readonly Product[], name: string): never {
  const near = closest(
    name,
    products.map(({ slug }) => slug),
  );
  throw new Failure(
    "init/not-found",
    `no product or unit is called \`${name}\``,
    near === undefined ? "freehold scan lists them." : `Did you mean \`${near}\`?`,
  );
}

function draftLines(snapshot: Snapshot, product: Product): { lines: string[]; questions: string[] } {
  const questions: string[] = [];
  const lines = ["# Drafted by freehold init from evidence. Answer what is marked QUESTION, remove what is wrong."];
  const ask = (question: string, seen: readonly string[], form: readonly string[]) => {
    questions.push(question);
    lines.push(`# QUESTION: ${question}`, ...seen.map((line) => `#   ${line}`), ...form.map((line) => `# ${line}`));
  };
  lines.push(field("id", product.id), field("name", nameOf(product)), field("kind", product.kind));
  const { mission } = product;
  const seen = mission === undefined ? [] : [`seen: ${JSON.stringify(mission.value)} (${place(mission.evidence)})`];
  ask("what does it do, so that a newcomer understands it?", seen, ["mission: …"]);
  ask("what does it do, and just as clearly, what not?", [], ["does: [ … ]", "doesNot: [ … ]"]);
  ask(
    "which stage is it in?",
    [],
    ["stage: idea | proof-of-concept | alpha | beta | stable | mature | revenue | obsolete"],
  );
  draftOwners(product, lines, ask);
  const provided = snapshot.units
    .filter(({ id }) => product.units.includes(id))
    .flatMap(({ provides }) => provides.map(({ id }) => id));
  if (provided.length > 0)
    lines.push("# Provides, read from its manifests:", ...provided.slice(0, 20).map((id) => `#   ${id}`));
  ask("where do people ask and report?", [], ["channels: [ { kind: issues, url: … } ]"]);
  ask("what else was considered, and why is this better?", [], ["alternatives: [ { name: …, url: …, reason: … } ]"]);
  return { lines, questions };
}

/** The path of a module and the scope of a package are addresses; people call it by what comes last. */
function nameOf({ name, slug }: Product): string {
  return name.includes("/") ? slug : name;
}

type Ask = (question: string, seen: readonly string[], form: readonly string[]) => void;

function draftOwners({ ownership }: Product, lines: string[], ask: Ask): void {
  const declared = ownership.declared.map(({ value }) => (value.kind === "group" ? value.id : value.name));
  if (declared.length > 0) {
    lines.push(
      `# Declared in ${place(ownership.declared[0]?.evidence ?? [])}`,
      field("owners", [...new Set(declared)]),
    );
    return;
  }
  const facts = [observed("present steward", ownership.steward), observed("founding owner", ownership.founder)];
  ask(
    "who owns it? (a login with @, a team, or an address)",
    facts.filter((fact) => fact !== undefined),
    ["owners: [ … ]"],
  );
}

function observed(title: string, claim: Claim<OwnerRef> | undefined): string | undefined {
  return claim && `${title}, seen in the history: ${claim.value.name} (${Math.round(claim.confidence * 100)} % sure)`;
}

function field(name: string, value: unknown): string {
  return stringify({ [name]: value }, { lineWidth: 100 }).trimEnd();
}

function place(evidence: readonly Evidence[]): string {
  const [first] = evidence;
  return [first?.path ?? first?.rule ?? "unknown place", first?.line].filter((part) => part !== undefined).join(":");
}

function splitPath(path: string): [repository: string, folder: string] {
  const colon = path.lastIndexOf(":");
  return [path.slice(0, colon), path.slice(colon + 1)];
}
