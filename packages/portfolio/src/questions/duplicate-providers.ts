/** Two units that claim the same name: whoever depends on it can't tell which one is meant. */
import type { Problem, Unit } from "@freehold/model";
import type { PortfolioGraph } from "../build/build-graph.ts";

/** One problem for each identifier that several source units provide; copies in examples and fixtures are no claim. */
export function duplicateProviders(graph: PortfolioGraph): Problem[] {
  const problems: Problem[] = [];
  for (const [id, provided] of graph.providers) {
    if (typeof provided === "number") continue;
    const units = provided.flatMap((index) => graph.units[index] ?? []).filter(claimsName);
    const [first, ...others] = units;
    if (first === undefined || others.length === 0) continue;
    problems.push({
      code: "portfolio/duplicate-provider",
      severity: "warning",
      message: `${id} is provided by ${units.length} units: ${units.map(place).join(", ")}`,
      hint: "Rename all but one, or mark copies as private; until then the nearest to each consumer is taken",
      repository: first.repository,
      path: first.manifest ?? first.path,
      subject: first.id,
    });
  }
  return problems;
}

function claimsName(unit: Unit): boolean {
  return unit.role === "source" && unit.published !== false;
}

function place(unit: Unit): string {
  return `${unit.repository}:${unit.manifest ?? unit.path}`;
}
