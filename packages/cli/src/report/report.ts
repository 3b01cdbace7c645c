/** The report of a scan, for a person at a terminal. */
import { buildView } from "@freehold/engine";
import { formatProblem, type ProductRow, type RepositoryInfo, type Snapshot } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";
import { table } from "./table.ts";

export interface ReportOptions {
  readonly terminal: Terminal;
  /** Seconds. */
  readonly took: number;
  /** Every row, instead of the first ones of each list. */
  readonly all: boolean;
}

const FIRST_ROWS = 30;

/** The report as text: repositories, products, then what needs somebody, and how to ask why. */
export function reportText(snapshot: Snapshot, options: ReportOptions): string {
  const view = buildView(snapshot);
  const rows = view.rows.toSorted(byImportance);
  const sections = [
    heading(snapshot, options),
    productSection(
      rows.filter(({ hidden }) => hidden !== true),
      options,
    ),
    ownerSection(
      "Unowned",
      "nobody declares them and the history does not tell; claim one with freehold init",
      rows.filter(({ owner }) => owner === undefined),
      options,
    ),
    ownerSection(
      "Owner has left",
      "no longer active in this history; look for a new one",
      rows.filter(({ ownerFindings }) => ownerFindings.includes("owner-left")),
      options,
    ),
    ownerSection(
      "Declared and observed disagree",
      "the declared owner is not who works on it",
      rows.filter(({ ownerFindings }) => ownerFindings.includes("declared-disagrees")),
      options,
    ),
    hiddenSection(
      rows.filter(({ hidden }) => hidden === true),
      options,
    ),
    violationSection(snapshot, options),
    problemSection(snapshot, options),
    hintSection(rows),
  ];
  return sections.filter((section) => section !== "").join("\n");
}

function byImportance(a: ProductRow, b: ProductRow): number {
  return b.reach - a.reach || b.dependents - a.dependents || (a.slug < b.slug ? -1 : 1);
}

function heading(snapshot: Snapshot, { terminal, took, all }: ReportOptions): string {
  const shown = all ? snapshot.repositories : snapshot.repositories.slice(0, 5);
  const lines = shown.map((repository) => `${styled(terminal, "bold", repository.name)}  ${describe(repository)}\n`);
  const more = snapshot.repositories.length - shown.length;
  const { units, products, people } = snapshot;
  const kinds = (["product", "component", "process"] as const)
    .map(
      (kind) => [kind, products.filter((product) => product.kind === kind && product.hidden !== true).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => counted(count, kind));
  const persons = people.filter(({ bot }) => !bot).length;
  const facts = [...kinds, counted(units.length, "unit"), persons === 0 ? "" : counted(persons, "person")].filter(
    (fact) => fact !== "",
  );
  return `${lines.join("")}${moreLine(more, "repository")}${facts.join(", ")}; read in ${took.toFixed(1)} s\n`;
}

function describe({
  id,
  name,
  revision,
  branch,
  files,
  commits,
  worktree,
  shallow,
  missingObjects,
}: RepositoryInfo): string {
  const at =
    revision === undefined
      ? "no commits"
      : `${branch ?? "detached"} at ${revision.slice(0, 10)}${worktree ? " with uncommitted files" : ""}`;
  const facts = [
    id === name ? undefined : id,
    at,
    counted(files, "file"),
    commits === 0 ? undefined : counted(commits, "commit"),
    shallow ? "shallow" : undefined,
    missingObjects > 0 ? `${counted(missingObjects, "object")} missing` : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(", ");
}

function productSection(rows: readonly ProductRow[], options: ReportOptions): string {
  if (rows.length === 0)
    return "No product found: there is no manifest, charter or cohesive folder in what was read.\n";
  const { terminal } = options;
  const shown = take(rows, options);
  const columns = [
    { title: "product", most: 40 },
    { title: "kind", most: 20 },
    { title: "owner", most: 34 },
    { title: "units", align: "right" as const },
    { title: "provides", align: "right" as const },
    { title: "relies on", align: "right" as const },
    { title: "relied on by", align: "right" as const },
    { title: "reach", align: "right" as const },
  ];
  const body = table(
    columns,
    shown.map((row) =>
      [row.slug, kindOf(row), ownerOf(row), row.units, row.provides, row.dependencies, row.dependents, row.reach].map(
        String,
      ),
    ),
  );
  return `${title(terminal, "Products", rows.length)}${body}${moreLine(rows.length - shown.length, "product")}`;
}

function kindOf({ kind, provenance, partOf }: ProductRow): string {
  const state = provenance === "inferred" ? `candidate ${kind}` : kind;
  return partOf === undefined ? state : `${state} of ${partOf.slug}`;
}

function ownerOf({ owner }: ProductRow): string {
  if (owner === undefined) return "unowned";
  return owner.provenance === "inferred"
    ? `${owner.name} (${Math.round(owner.confidence * 100)} % sure)`
    : `${owner.name} (${owner.provenance})`;
}

function ownerSection(name: string, meaning: string, rows: readonly ProductRow[], options: ReportOptions): string {
  if (rows.length === 0) return "";
  const shown = take(rows, options);
  const lines = shown.map((row) => `  ${row.slug}${row.owner === undefined ? "" : `: ${ownerOf(row)}`}\n`);
  return `${title(options.terminal, name, rows.length, meaning)}${lines.join("")}${moreLine(rows.length - shown.length, "product")}`;
}

function hiddenSection(rows: readonly ProductRow[], options: ReportOptions): string {
  if (rows.length === 0) return "";
  const shown = take(rows, options);
  const lines = shown.map(
    (row) =>
      `  ${row.slug}${row.partOf === undefined ? "" : ` in ${row.partOf.slug}`} (${Math.round(row.confidence * 100)} % sure)\n`,
  );
  return `${title(options.terminal, "Hidden candidates", rows.length, "cohesive folders without a manifest")}${lines.join("")}${moreLine(rows.length - shown.length, "candidate")}`;
}

function violationSection({ violations }: Snapshot, options: ReportOptions): string {
  if (violations.length === 0) return "";
  const shown = take(violations, options);
  const lines = shown.map(({ rule, message, evidence }) => {
    const place =
      evidence[0]?.path === undefined
        ? ""
        : `  ${evidence[0].path}${evidence[0].line === undefined ? "" : `:${evidence[0].line}`}`;
    return `  ${rule}: ${message}${place === "" ? "" : `\n  ${place}`}\n`;
  });
  return `${title(options.terminal, "Boundary violations", violations.length)}${lines.join("")}${moreLine(violations.length - shown.length, "violation")}`;
}

function problemSection({ problems }: Snapshot, options: ReportOptions): string {
  const serious = problems.filter(({ severity }) => severity !== "info");
  const shown = take(serious, options);
  const quiet = problems.length - serious.length;
  if (serious.length === 0 && quiet === 0) return "";
  const lines = shown.map((problem) => `  ${formatProblem(problem).replaceAll("\n", "\n  ")}\n`);
  const rest = quiet === 0 ? "" : `  ${counted(quiet, "note")} of no consequence; --json lists them\n`;
  return `${title(options.terminal, "Problems", serious.length)}${lines.join("")}${moreLine(serious.length - shown.length, "problem")}${rest}`;
}

function hintSection(rows: readonly ProductRow[]): string {
  const first = rows[0]?.slug;
  return first === undefined ? "" : `Why? freehold explain ${first}.owner    Pages: freehold open\n`;
}

function take<T>(rows: readonly T[], { all }: ReportOptions): readonly T[] {
  return all ? rows : rows.slice(0, FIRST_ROWS);
}

function title(terminal: Terminal, name: string, count: number, meaning?: string): string {
  const note = meaning === undefined ? "" : styled(terminal, "dim", `  ${meaning}`);
  return `${styled(terminal, "bold", `${name} (${count.toLocaleString("en-US")})`)}${note}\n`;
}

function moreLine(count: number, noun: string): string {
  return count <= 0 ? "" : `  and ${counted(count, `more ${noun}`)}; --all lists them\n`;
}

function counted(count: number, noun: string): string {
  const many = noun.endsWith("person")
    ? noun.replace("person", "people")
    : noun.endsWith("y")
      ? `${noun.slice(0, -1)}ies`
      : noun.endsWith("process")
        ? `${noun}es`
        : `${noun}s`;
  return `${count.toLocaleString("en-US")} ${count === 1 ? noun : many}`;
}
