/** One scan in a process of its own, so that memory and start-up are counted: prints JSON. */
import { enableCompileCache } from "node:module";

// As the command does: before anything else is loaded.
enableCompileCache();
const { scan } = await import("@freehold/engine/scan");

const [path = ".", flag] = process.argv.slice(2);
const started = performance.now();
const { snapshot } = await scan([path], {
  history: true,
  worktree: false,
  cache: true,
  interfaces: flag === "--interfaces",
});
const seconds = (performance.now() - started) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
const { units, products, people } = snapshot;
process.stdout.write(
  `${JSON.stringify({ seconds, megabytes, units: units.length, products: products.length, people: people.length })}\n`,
);
