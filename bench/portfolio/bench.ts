/**
 * How long the graph takes: `node bench/portfolio/bench.ts [units] [edges]`. The portfolio is made up
 * from a fixed seed: every unit consumes earlier ones, the popular ones more often, and one in two thousand
 * the other way, so that there are hubs and cycles as in real repositories.
 */
import type { Product, Unit } from "@freehold/model";
import { buildGraph, components, dominators, openPortfolio, reachOfAll } from "@freehold/portfolio";

const unitCount = Number(process.argv[2] ?? 50_000);
const edgeCount = Number(process.argv[3] ?? 1_000_000);

const { units, products } = makePortfolio(unitCount, edgeCount);
const graph = time("build", () => buildGraph({ units, products }));
console.log(
  `${graph.links.count} links, ${graph.unitGraph.edges} unit edges, ${graph.productGraph.edges} product edges`,
);
time("components", () => components(graph.unitGraph));
time("dominators", () => dominators(graph.unitGraph));
const reached = time("reach of all units", () => reachOfAll(graph.unitGraph));
console.log(reached.exact ? "exact" : "estimated");
time("reach of all products", () => reachOfAll(graph.productGraph));
const portfolio = openPortfolio({ units, products });
time("violations", () => portfolio.violations());
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MiB`);

function time<T>(what: string, work: () => T): T {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const wall = ((performance.now() - start) / 1000).toFixed(3);
  console.log(`${what.padEnd(24)} ${wall} s wall, ${((user + system) / 1e6).toFixed(3)} s processor`);
  return result;
}

function makePortfolio(size: number, edges: number): { units: Unit[]; products: Product[] } {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  const made: Unit[] = Array.from({ length: size }, (_, index) => ({
    id: `u${index}`,
    repository: `r${index % 100}`,
    ecosystem: "npm",
    kind: "package",
    role: "source",
    name: `n${index}`,
    path: `packages/n${index}`,
    provides: [{ id: `pkg:npm/n${index}`, evidence: [] }],
    consumes: [],
    evidence: [],
  }));
  for (let edge = 0; edge < edges; edge++) {
    const consumer = 1 + Math.floor(random() * (size - 1));
    const earlier = Math.floor(random() * random() * consumer);
    const [from, to] = random() < 0.0005 ? [earlier, consumer] : [consumer, earlier];
    made[from]?.consumes.push({
      id: `pkg:npm/n${to}`,
      scope: random() < 0.2 ? "development" : "runtime",
      declared: true,
      imported: true,
      evidence: [],
    });
  }
  const groups: Product[] = Array.from({ length: Math.ceil(size / 10) }, (_, index) => ({
    id: `p${index}`,
    slug: `p${index}`,
    aliases: [],
    name: `p${index}`,
    kind: "product",
    provenance: "inferred",
    confidence: 1,
    repositories: [],
    units: made.slice(index * 10, index * 10 + 10).map(({ id }) => id),
    paths: [],
    reasons: [{ rule: "bench" }],
    ownership: { declared: [], ranked: [], findings: [] },
  }));
  // As a snapshot comes from its file: flat strings, each a copy of its own.
  return JSON.parse(JSON.stringify({ units: made, products: groups }));
}
