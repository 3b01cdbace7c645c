/** What a change reaches, as a table and as a matrix for CI. */
import type { Replay } from "@freehold/engine";
import { type Affected, formatProblem, type Tier } from "@freehold/model";
import { styled, type Terminal } from "../terminal.ts";
import { type Column, table } from "./table.ts";

const TIERS: readonly Tier[] = ["changed", "contract", "exercise", "unreached"];
const FIRST_ROWS = 40;

export function affectedText(
  affected: Affected,
  { terminal, all }: { readonly terminal: Terminal; readonly all: boolean },
): string {
  const head = affected.head.revision?.slice(0, 10) ?? affected.head.asked;
  const title = `${styled(terminal, "bold", affected.repository)}  ${affected.base.revision.slice(0, 10)} … ${head}, ${affected.files} files\n\n`;
  const shown = all
    ? affected.products
    : affected.products.filter(({ tier }) => tier !== "unreached").slice(0, FIRST_ROWS);
  const rows = shown.map(({ product, tier, included, reason }) => [
    product.slug,
    tier,
    included ? "run" : "later",
    reason,
  ]);
  const columns = [
    { title: "product", most: 44 },
    { title: "tier" },
    { title: "" },
    { title: "why", most: terminal.interactive ? Math.max(60, terminal.width - 60) : 200 },
  ];
  const body = rows.length === 0 ? "Nothing is reached.\n" : table(columns, rows);
  const left = affected.products.length - shown.length;
  const more = left === 0 ? "" : `… and ${left} more, not reached or further away (--all shows why)\n`;
  const sums = TIERS.map((tier) => `${affected.products.filter((one) => one.tier === tier).length} ${tier}`).join(", ");
  const included = affected.products.filter((one) => one.included).length;
  const problems = affected.problems.map((problem) => `${formatProblem(problem)}\n`).join("");
  return `${title}${body}${more}\n${sums}; ${included} of ${affected.products.length} to run now (up to ${affected.upTo})\n${problems}`;
}

/** `{"include": […]}` for `strategy.matrix` of GitHub Actions; one entry a product that is included. */
export function affectedMatrix({ products }: Affected): unknown {
  const include = products
    .filter(({ included }) => included)
    .map(({ product, tier, reason, units }) => ({
      product: product.slug,
      tier,
      reason,
      units: units
        .filter((unit) => unit.tier !== "unreached")
        .map(({ name }) => name)
        .join(" "),
      paths: units
        .filter((unit) => unit.tier !== "unreached")
        .map(({ path }) => (path === "" ? "." : path))
        .join(" "),
    }));
  return { include };
}

/** The slugs of what is to run, one a line, for shells. */
export function affectedList({ products }: Affected): string {
  return products
    .filter(({ included }) => included)
    .map(({ product }) => `${product.slug}\n`)
    .join("");
}

export function replayText(replay: Replay, terminal: Terminal): string {
  const rows = replay.commits.map(({ commit, subject, files, tiers, misses }) => [
    commit.slice(0, 10),
    subject,
    String(files),
    ...TIERS.map((tier) => String(tiers[tier])),
    String(misses.filter(({ proven }) => proven).length),
    String(misses.filter(({ proven }) => !proven).length),
  ]);
  const columns = [
    { title: "commit" },
    { title: "subject", most: 48 },
    alignedRight("files"),
    ...TIERS.map(alignedRight),
    alignedRight("misses"),
    alignedRight("possible"),
  ];
  const misses = replay.commits.flatMap((commit) => commit.misses.map((miss) => ({ commit, miss })));
  const lines = misses
    .slice(0, FIRST_ROWS)
    .map(
      ({ commit, miss }) =>
        `  ${miss.proven ? "miss" : "possible"}: ${commit.commit.slice(0, 10)} left out ${miss.product} (${miss.tier}); ${miss.fix.slice(0, 10)} mended it there: ${miss.subject}\n`,
    );
  const skipped = replay.skipped === 0 ? "" : `${replay.skipped} commits left out: their parent is not in this clone\n`;
  return `${styled(terminal, "bold", replay.repository)}  the last ${replay.commits.length} commits, ${replay.products} products\n\n${table(columns, rows)}\n${lines.join("")}${skipped}${averages(replay)}`;
}

function averages({ commits, products, upTo }: Replay): string {
  if (commits.length === 0) return "Nothing to replay.\n";
  const mean = (tiers: readonly Tier[]) =>
    (
      commits.reduce((sum, commit) => sum + tiers.reduce((all, tier) => all + commit.tiers[tier], 0), 0) /
      commits.length
    ).toFixed(1);
  const reachable = mean(["changed", "contract", "exercise"]);
  return `On average ${mean(["changed"])} changed, ${mean(["changed", "contract"])} up to contract, ${reachable} reachable, of ${products} products (asked for: up to ${upTo})\n`;
}

function alignedRight(title: string): Column {
  return { title, align: "right" };
}
