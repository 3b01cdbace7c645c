/** The report of a scan, for a person at a terminal. */
import { buildView } from "@freehold/engine/view";
import { formatProblem, type ProductRow, type RepositoryInfo, type Snapshot } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";
import { assessmentSection } from "./assessment/section.ts";
import { interfaceSection } from "./interface-section.ts";
import { type Column, table } from "./table.ts";

export interface ReportOptions {
  readonly terminal: Terminal;
  /** Seconds. */
  readonly took: number;
  /** Every row, instead of the first ones of each list. */
  readonly all: boolean;
}

/** Of the hidden candidates of one product. */
const FIRST_PARTS = 5;
const FIRST_ROWS = 30;

/** The report as text: repositories, products, then what needs somebody, and how to ask why. */
export function reportText(snapshot: Snapshot, options: ReportOptions): string {
  const view = buildView(snapshot);
  const rows = view.rows.toSorted(byImportance);
  const visible = rows.filter(({ hidden }) => hidden !== true);
  const sections = [
    heading(snapshot, options),
    productSection(visible, options),
    assessmentSection(snapshot, options),
    ownerSection(
      "Unowned",
      "nobody declares them and the history does not tell; claim one with freehold init",
      visible.filter(({ owner }) => owner === undefined),
      options,
    ),
    ownerSection(
      "Owner has left",
      "no longer active in this history; look for a new one",
      visible.filter(({ ownerFindings }) => ownerFindings.includes("owner-left")),
      options,
    ),
    ownerSection(
      "Declared and observed disagree",
      "the declared owner is not who works on it",
      visible.filter(({ ownerFindings }) => ownerFindings.includes("declared-disagrees")),
      options,
    ),
    hiddenSection(
      rows.filter(({ hidden }) => hidden === true),
      options,
    ),
    interfaceSection(view, options),
    violationSection(snapshot, options),
    problemSection(snapshot, options),
    hintSection(visible),
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

const COLUMNS: readonly Column[] = [
  { title: "product", most: 44 },
  { title: "kind", most: 20 },
  { title: "owner", most: 38 },
  { title: "units", align: "right" },
  { title: "provides", align: "right" },
  { title: "relies on", align: "right" },
  { title: "relied on by", align: "right" },
  { title: "reach", align: "right" },
];

function productSection(rows: readonly ProductRow[], options: ReportOptions): string {
  if (rows.length === 0)
    return "No product found: there is no manifest, charter or cohesive folder in what was read.\n";
  const { terminal } = options;
  const shown = take(outline(rows), options);
  const body = table(
    COLUMNS,
    shown.map(({ row, depth }) => {
      const figures = [row.units, row.provides, row.dependencies, row.dependents, row.reach];
      return [`${"  ".repeat(depth)}${row.slug}`, kindOf(row), ownerOf(row), ...figures.map(String)];
    }),
  );
  return `${title(terminal, "Products", rows.length)}${body}${moreLine(rows.length - shown.length, "product")}`;
}

interface OutlineRow {
  readonly row: ProductRow;
  readonly depth: number;
}

/** Products with their parts below them; the order of the rows is kept, a whole comes where its first part would. */
function outline(rows: readonly ProductRow[]): readonly OutlineRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const parts = Map.groupBy(rows, ({ partOf }) => (partOf !== undefined && byId.has(partOf.id) ? partOf.id : ""));
  const listed = new Set<string>();
  const lines: OutlineRow[] = [];
  const list = (row: ProductRow, depth: number) => {
    if (listed.has(row.id)) return;
    listed.add(row.id);
    lines.push({ row, depth });
    for (const part of parts.get(row.id) ?? []) list(part, depth + 1);
  };
  for (const row of rows) list(outermost(row, byId), 0);
  return lines;
}

function outermost(row: ProductRow, byId: ReadonlyMap<string, ProductRow>): ProductRow {
  const seen = new Set<string>();
  let current = row;
  while (current.partOf !== undefined && !seen.has(current.id)) {
    seen.add(current.id);
    const whole = byId.get(current.partOf.id);
    if (whole === undefined) return current;
    current = whole;
  }
  return current;
}

function kindOf({ kind, provenance }: ProductRow): string {
  return provenance === "inferred" ? `candidate ${kind}` : `${kind} (${provenance})`;
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

/** One line for each product around, the most certain candidates first: there may be many of them. */
function hiddenSection(rows: readonly ProductRow[], options: ReportOptions): string {
  if (rows.length === 0) return "";
  const byWhole = Map.groupBy(rows, ({ partOf }) => partOf?.slug ?? "");
  const lines = [...byWhole].map(([whole, parts]) => {
    const sorted = parts.toSorted((a, b) => b.confidence - a.confidence);
    const shown = options.all ? sorted : sorted.slice(0, FIRST_PARTS);
    const names = shown.map(({ slug, confidence }) => `${slug} (${Math.round(confidence * 100)} %)`).join(", ");
    const more = parts.length - shown.length;
    return `  in ${whole}: ${names}${more === 0 ? "" : ` and ${counted(more, "more candidate")}; --all lists them`}\n`;
  });
  const meaning = "cohesive folders without a manifest, and how sure it is that they are parts of their own";
  return `${title(options.terminal, "Hidden candidates", rows.length, meaning)}${lines.join("")}`;
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
