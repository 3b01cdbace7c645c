/** What grouping has to beat: folders, names, and communities of the dependency graph. */
import type { RepositoryFacts } from "@freehold/discover";
import { buildGraph } from "@freehold/portfolio";
import graphology from "graphology";
import louvain from "graphology-communities-louvain";

// The package is CommonJS and its types say `default` where there is none at run time.
const communitiesOf = louvain as unknown as typeof louvain.default;

/** A grouping names the group of a path, given the unit whose folder it is in. */
export type Grouping = (path: string, unit: number | undefined) => string;

export function baselines(facts: RepositoryFacts): Map<string, Grouping> {
  const communities = louvainOnImports(facts);
  const fileCommunities = louvainOnFiles(facts);
  return new Map<string, Grouping>([
    ["folder depth 1", (path) => path.split("/").slice(0, -1).slice(0, 1).join("/")],
    ["folder depth 2", (path) => path.split("/").slice(0, -1).slice(0, 2).join("/")],
    [
      "name stems",
      (path, unit) => stem(unit === undefined ? (path.split("/").at(-2) ?? "") : (facts.units[unit]?.name ?? "")),
    ],
    ["Louvain, imports of units", (path, unit) => (unit === undefined ? path : `${communities[unit] ?? `u${unit}`}`)],
    ["Louvain, imports of files", (path, unit) => fileCommunities?.get(path) ?? `u${unit ?? path}`],
    ["each unit alone", (path, unit) => `${unit ?? path}`],
  ]);
}

function louvainOnImports(facts: RepositoryFacts): Record<string, number> {
  const { unitGraph } = buildGraph({ units: facts.units, products: [] });
  const graph = new graphology.UndirectedGraph();
  for (const unit of facts.units.keys()) graph.addNode(unit);
  for (let edge = 0; edge < unitGraph.edges; edge++) {
    const [source, target] = [unitGraph.source[edge], unitGraph.target[edge]];
    graph.updateUndirectedEdge(source, target, (old) => ({
      weight: Number(old["weight"] ?? 0) + (unitGraph.weight[edge] ?? 1),
    }));
  }
  return graph.size === 0 ? {} : communitiesOf(graph, { rng: seeded() });
}

function louvainOnFiles({ imports }: RepositoryFacts): Map<string, string> | undefined {
  if (imports === undefined || imports.from.length === 0) return undefined;
  const graph = new graphology.UndirectedGraph();
  for (const [index, from] of imports.from.entries()) {
    const to = imports.to[index] ?? from;
    if (from === to) continue;
    graph.mergeNode(from);
    graph.mergeNode(to);
    graph.updateUndirectedEdge(from, to, (old) => ({ weight: Number(old["weight"] ?? 0) + 1 }));
  }
  const found = communitiesOf(graph, { rng: seeded() });
  return new Map(
    Object.entries(found).map(([file, community]) => [imports.paths[Number(file)] ?? "", `c${community}`]),
  );
}

function seeded(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}

function stem(name: string): string {
  return (
    name
      .slice(name.lastIndexOf("/") + 1)
      .toLowerCase()
      .split(/[-_.]/)[0] ?? name
  );
}
