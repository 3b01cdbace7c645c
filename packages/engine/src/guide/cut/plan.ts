/** The way from a folder to a product, in commits that each can be reviewed and undone alone. */
import type { Cut, CutElement, PlanStep } from "@freehold/model";

export interface PlanInput {
  readonly cut: Cut;
  readonly name: string;
  /** Files that the drafts bring. */
  readonly drafts: readonly string[];
  /** It has a manifest of its own already. */
  readonly manifest: boolean;
}

const FILES_SHOWN = 20;

/** Knots first, since nothing can be moved while both sides hold on to each other. */
export function planOf(input: PlanInput): PlanStep[] {
  const { cut, name, drafts, manifest } = input;
  return [
    charter(name, drafts),
    ...cut.cycles.map((cycle) => untie(cycle, cut)),
    ...entry(cut, drafts),
    ...needs(cut),
    ...(manifest ? [] : [ownManifest(cut)]),
    ...tests(cut),
    {
      title: "Hold the boundary: run freehold check in CI",
      why: "From here on an import past the entry fails the build instead of growing in silently.",
      files: [],
    },
    {
      title: `Release ${name} under a version of its own, and move the users over one by one`,
      why: "Once released it can be used, tested and changed without the rest.",
      files: [],
    },
  ];
}

function charter(name: string, drafts: readonly string[]): PlanStep {
  return {
    title: `Say what ${name} is: commit its charter`,
    why: "The boundary is agreed on before anything moves; who owns it decides the rest.",
    files: drafts.filter((path) => path.endsWith("product.yaml")),
  };
}

/** The direction with fewer uses is the cheaper one to turn around. */
function untie({ path, uses, usedBy }: Cut["cycles"][number], cut: Cut): PlanStep {
  const needed = names(cut.needed, (element) => element.path === path);
  const promised = names(cut.promised, (element) => element.places.some((place) => place.path === path));
  return usedBy <= uses
    ? {
        title: `Stop needing ${path}`,
        why: `It uses the part (${uses} imports) and the part uses it (${usedBy}): hand ${needed} in, or move it along.`,
        files: [path],
      }
    : {
        title: `Let ${path} no longer use the part`,
        why: `It uses the part (${uses} imports) and the part uses it (${usedBy}): move what needs ${promised} out of it.`,
        files: [path],
      };
}

function names(elements: readonly CutElement[], of: (element: CutElement) => boolean): string {
  return listed(elements.filter(of).map(({ symbol, path }) => (symbol === "*" ? path : symbol)));
}

function entry({ promised, innerFiles }: Cut, drafts: readonly string[]): PlanStep[] {
  // One file that everybody goes through is an entry already.
  if (innerFiles.length <= 1) return [];
  const draft = drafts.filter((path) => !path.endsWith("product.yaml") && !path.endsWith("EXTRACTION.md"));
  const users = [...new Set(promised.flatMap(({ places }) => places.map(({ path }) => path)))].sort();
  const uses = promised.reduce((sum, element) => sum + element.uses, 0);
  return [
    {
      title: `Give it one entry with the ${promised.length} names that are used`,
      why: `The rest reaches into ${innerFiles.length} of its files; whatever is behind one entry is free to change.`,
      files: draft.length > 0 ? draft : innerFiles.slice(0, FILES_SHOWN),
    },
    {
      title: `Point the ${uses} imports at the entry`,
      why: "No behaviour changes, so this can be reviewed file by file.",
      files: users.slice(0, FILES_SHOWN),
    },
  ];
}

/** What knots already name is left out. What only the part uses goes along; the rest is settled file by file. */
function needs({ needed, cycles }: Cut): PlanStep[] {
  const knots = new Set(cycles.map(({ path }) => path));
  const open = needed.filter(({ path, testOnly }) => !knots.has(path) && !testOnly);
  const own = [...new Set(open.filter(({ others }) => others === 0).map(({ path }) => path))].sort();
  const files = Map.groupBy(
    open.filter(({ others }) => others > 0),
    ({ path }) => path,
  );
  return [...moving(own), ...together([...files].map(([path, elements]) => ({ path, elements })))];
}

function moving(paths: readonly string[]): PlanStep[] {
  if (paths.length === 0) return [];
  return [
    {
      title: `Move along the ${paths.length} ${paths.length === 1 ? "file" : "files"} that only it uses`,
      why: "Nothing else imports them, so nothing else notices.",
      files: paths.slice(0, FILES_SHOWN),
    },
  ];
}

interface Needed {
  readonly path: string;
  readonly elements: readonly CutElement[];
}

/** More files of one folder than this are one decision. */
const ONE_BY_ONE = 3;

/** What is used least is cheapest to let go. */
function together(files: readonly Needed[]): PlanStep[] {
  const folders = Map.groupBy(files, ({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/"))));
  const groups = [...folders].flatMap(([folder, list]) =>
    list.length > ONE_BY_ONE
      ? [{ place: `${list.length} files in ${folder === "" ? "the root folder" : folder}`, list }]
      : list.map((one) => ({ place: one.path, list: [one] })),
  );
  return groups
    .map(({ place, list }) => {
      const elements = list.flatMap((one) => one.elements);
      return {
        place,
        elements,
        paths: list.map(({ path }) => path),
        uses: elements.reduce((sum, { uses }) => sum + uses, 0),
      };
    })
    .sort((a, b) => a.uses - b.uses || (a.place < b.place ? -1 : 1))
    .map(({ place, elements, paths, uses }) => ({
      title: `Settle what it needs of ${place}`,
      why: `${uses} ${uses === 1 ? "import" : "imports"} of ${listed(elements.map(nameOf))}: ${settling(elements)}`,
      files: paths.slice(0, FILES_SHOWN),
    }));
}

/** A default export goes by the name of its file. */
function nameOf({ symbol, path }: CutElement): string {
  return symbol === "default" ? path.slice(path.lastIndexOf("/") + 1) : symbol;
}

function settling(elements: readonly CutElement[]): string {
  const [first] = elements;
  if (first?.product !== undefined) return `that is ${first.product}'s; depend on it by its entry.`;
  return elements.every(({ typeOnly }) => typeOnly)
    ? "only types; move them to the side that owns them."
    : "others use it too; make it a package of its own, or let the caller hand it in.";
}

function ownManifest({ packages, folders }: Cut): PlanStep {
  const list = listed(packages.map(({ id }) => id));
  return {
    title: "Give it a manifest of its own",
    why: packages.length === 0 ? "It uses no packages from outside." : `It uses ${packages.length} packages: ${list}.`,
    files: [...folders],
  };
}

function tests({ promised }: Cut): PlanStep[] {
  const files = promised.filter(({ testOnly }) => testOnly).flatMap(({ places }) => places.map(({ path }) => path));
  if (files.length === 0) return [];
  return [
    {
      title: "Move its tests to it",
      why: "They lie with the rest and use names that nothing else uses.",
      files: [...new Set(files)].sort().slice(0, FILES_SHOWN),
    },
  ];
}

function listed(names: readonly string[]): string {
  const unique = [...new Set(names)].map((name) => (name === "*" ? "the whole module" : name));
  const first = unique.slice(0, 5).join(", ");
  return unique.length > 5 ? `${first} and ${unique.length - 5} more` : first;
}
