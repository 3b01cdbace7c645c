/**
 * GitHub Actions: actions, workflows that others may call, and what all of them use.
 *
 * An action and a reusable workflow is a unit each. All other workflows of a repository are its own
 * machinery, nobody relies on them one by one: together they are one unit that is not published.
 */
import type { Consume, ConsumeScope, Identifier, Provide } from "@freehold/model";
import { imageIdentifier, imageTag } from "./docker/reference.ts";
import type { Assembled, Ecosystem, Manifest, Parsed, PathIndex, UnitDraft } from "./ecosystem.ts";
import { declared, provided } from "./reading/claims.ts";
import { identifyPackage, identifyPlace } from "./reading/identify.ts";
import { at, fields, items, type Node, text } from "./reading/node.ts";
import { baseOf, folderName, folderOf, resolveIn } from "./reading/paths.ts";
import { readYaml } from "./reading/yaml.ts";

interface Use {
  readonly target: string;
  readonly line: number;
}

interface ActionFacts {
  readonly kind: "action" | "workflow";
  readonly name?: string;
  readonly description?: string;
  readonly author?: { readonly text: string; readonly line: number };
  /** Others may call it. */
  readonly reusable: boolean;
  readonly uses: readonly Use[];
}

const WORKFLOWS = ".github/workflows";

export const githubActions: Ecosystem<ActionFacts> = {
  id: "github-actions",
  title: "GitHub Actions",
  version: 1,
  extensions: [],
  matches: (path) => /(?:^|\/)action\.ya?ml$/.test(path) || isWorkflow(path),
  dialect: (path) => (isWorkflow(path) ? "workflow" : "action"),
  parse: (file) => (isWorkflow(file.path) ? parseWorkflow(file.text) : parseAction(file.text)),
  assemble,
};

/** GitHub reads workflows from that folder of the root alone. */
function isWorkflow(path: string): boolean {
  return folderOf(path) === WORKFLOWS && /\.ya?ml$/.test(path);
}

/** Other programs have files called action.yml too; an action says how it `runs`. */
function parseAction(source: string): Parsed<ActionFacts> {
  const { root, problems } = readYaml(source, "github-actions");
  const runs = at(root, "runs");
  if (runs?.kind !== "map") return { facts: undefined, problems };
  const image = at(runs, "image");
  const author = at(root, "author");
  const authorText = text(author);
  const facts: ActionFacts = {
    kind: "action",
    ...named(root),
    ...(author !== undefined && authorText !== undefined && { author: { text: authorText, line: author.line } }),
    reusable: true,
    uses: [...stepUses(at(runs, "steps")), ...useOf(image).filter(({ target }) => target.startsWith("docker://"))],
  };
  return { facts, problems };
}

function parseWorkflow(source: string): Parsed<ActionFacts> {
  const { root, problems } = readYaml(source, "github-actions");
  if (root?.kind !== "map") return { facts: undefined, problems };
  const on = at(root, "on");
  const reusable =
    text(on) === "workflow_call" ||
    at(on, "workflow_call") !== undefined ||
    items(on).some((item) => text(item) === "workflow_call");
  const jobs = [...fields(at(root, "jobs"))].flatMap(([, job]) => [
    ...useOf(at(job, "uses")),
    ...stepUses(at(job, "steps")),
  ]);
  return { facts: { kind: "workflow", ...named(root), reusable, uses: jobs }, problems };
}

function named(root: Node | undefined): { name?: string; description?: string } {
  const name = text(at(root, "name"));
  const description = text(at(root, "description"));
  return { ...(name !== undefined && { name }), ...(description !== undefined && { description }) };
}

function stepUses(steps: Node | undefined): Use[] {
  return items(steps).flatMap((step) => useOf(at(step, "uses")));
}

function useOf(node: Node | undefined): Use[] {
  const target = text(node);
  return node === undefined || target === undefined ? [] : [{ target, line: node.line }];
}

function assemble(manifests: readonly Manifest<ActionFacts>[], paths: PathIndex): Assembled {
  const own = manifests.filter(({ facts }) => !facts.reusable);
  const shared = manifests.filter(({ facts }) => facts.reusable);
  const [first] = own;
  const units = shared.map((manifest) => sharedUnit(manifest, paths));
  if (first !== undefined) units.push(ownWorkflows(own, first.path, paths));
  return { units, problems: [] };
}

function sharedUnit({ path, facts }: Manifest<ActionFacts>, paths: PathIndex): UnitDraft {
  const workflow = facts.kind === "workflow";
  const folder = folderOf(path);
  return {
    kind: facts.kind,
    name: workflow ? baseOf(path).replace(/\.ya?ml$/, "") : (facts.name ?? folderName(folder, paths.repository)),
    path: folder,
    manifest: path,
    ...(facts.description !== undefined && { description: facts.description }),
    published: true,
    provides: [provideOf(path, facts, paths.repository)],
    consumes: facts.uses.flatMap((use) => consumeOf(use, path, workflow ? "build" : "runtime", paths)),
    ...(facts.author !== undefined && { maintainers: [facts.author] }),
  };
}

function ownWorkflows(own: readonly Manifest<ActionFacts>[], manifest: string, paths: PathIndex): UnitDraft {
  return {
    kind: "workflow",
    name: "workflows",
    path: WORKFLOWS,
    manifest,
    published: false,
    provides: [
      provided(identifyPlace(paths.repository, WORKFLOWS), { rule: "github-actions.workflows", path: WORKFLOWS }),
    ],
    consumes: own.flatMap(({ path, facts }) => facts.uses.flatMap((use) => consumeOf(use, path, "development", paths))),
  };
}

function provideOf(path: string, facts: ActionFacts, repository: string): Provide {
  const place = facts.kind === "workflow" ? path : folderOf(path);
  return provided(localIdentifier(place, repository), { rule: `github-actions.${facts.kind}`, path });
}

/** Others write it as `owner/name/path`, which is known once the repository's address is. */
function localIdentifier(place: string, repository: string): Identifier {
  const [, owner, name, ...more] = repository.split("/");
  if (owner === undefined || name === undefined || more.length > 0) return identifyPlace(repository, place);
  return usedIdentifier(`${owner}/${name}${place === "" ? "" : `/${place}`}`) ?? identifyPlace(repository, place);
}

/** GitHub takes owners and names in any case. */
function usedIdentifier(target: string): Identifier | undefined {
  const [owner, name, ...path] = target.split("/").filter((segment) => segment !== "");
  if (owner === undefined || name === undefined) return undefined;
  return identifyPackage("githubactions", [owner.toLowerCase(), name.toLowerCase(), ...path].join("/"));
}

function consumeOf(use: Use, path: string, scope: ConsumeScope, paths: PathIndex): Consume[] {
  const { target, line } = use;
  if (target.startsWith("docker://")) {
    const image = target.slice("docker://".length);
    const id = imageIdentifier(image);
    return id === undefined ? [] : [declared(id, scope, { rule: "github-actions.image", path, line }, imageTag(image))];
  }
  const split = target.lastIndexOf("@");
  const name = split === -1 ? target : target.slice(0, split);
  const reference = split === -1 ? undefined : target.slice(split + 1);
  const local = target.startsWith("./") ? resolveIn("", target) : undefined;
  const id = local === undefined ? usedIdentifier(name) : localIdentifier(local, paths.repository);
  return id === undefined || name.includes("${{")
    ? []
    : [declared(id, scope, { rule: "github-actions.uses", path, line }, reference)];
}
