/** Helm charts: what they are called, the charts they are made of, the images they run. https://helm.sh/docs/topics/charts/ */
import type { Consume } from "@freehold/model";
import { imageIdentifier, imageTag } from "../docker/reference.ts";
import type { Assembled, Ecosystem, Manifest, UnitDraft } from "../ecosystem.ts";
import { declared, provided } from "../reading/claims.ts";
import { identifyPackage } from "../reading/identify.ts";
import { baseOf, folderOf } from "../reading/paths.ts";
import {
  type ChartDependency,
  type ChartFacts,
  type HelmFacts,
  parseChart,
  parseRequirements,
  parseValues,
} from "./facts.ts";

export const helm: Ecosystem<HelmFacts> = {
  id: "helm",
  title: "Helm charts",
  version: 1,
  extensions: [],
  matches: (path) => /(?:^|\/)(?:Chart|requirements|values)\.ya?ml$/.test(path),
  dialect: (path) => fileOf(path),
  parse: ({ path, text }) => PARSERS[fileOf(path)](text),
  assemble,
};

const PARSERS = { Chart: parseChart, requirements: parseRequirements, values: parseValues };

function fileOf(path: string): keyof typeof PARSERS {
  const name = baseOf(path);
  return name.startsWith("Chart.") ? "Chart" : name.startsWith("requirements.") ? "requirements" : "values";
}

interface Chart {
  readonly path: string;
  readonly folder: string;
  readonly facts: ChartFacts;
  /** Its dependencies with the file that declares them. */
  readonly dependencies: readonly { readonly dependency: ChartDependency; readonly path: string }[];
  readonly images: readonly { readonly reference: string; readonly line: number; readonly path: string }[];
}

function assemble(manifests: readonly Manifest<HelmFacts>[]): Assembled {
  const byFolder = Map.groupBy(manifests, ({ path }) => folderOf(path));
  const charts = [...byFolder].flatMap(([folder, files]) => chartOf(folder, files));
  const known = new Map(charts.map((chart) => [chart.folder, chart]));
  return { units: charts.filter((chart) => !isCopy(chart, known)).map((chart) => unitOf(chart, known)), problems: [] };
}

function chartOf(folder: string, files: readonly Manifest<HelmFacts>[]): Chart[] {
  const chart = files.find(({ facts }) => facts.kind === "chart");
  if (chart?.facts.kind !== "chart") return [];
  const dependencies = files.flatMap(({ path, facts }) =>
    facts.kind === "values" ? [] : facts.dependencies.map((dependency) => ({ dependency, path })),
  );
  const images = files.flatMap(({ path, facts }) =>
    facts.kind === "values" ? facts.images.map((image) => ({ ...image, path })) : [],
  );
  return [{ path: chart.path, folder, facts: chart.facts, dependencies, images }];
}

/** The chart in whose `charts` folder this one lies. */
function parentOf({ folder }: Chart, charts: ReadonlyMap<string, Chart>): Chart | undefined {
  const around = folderOf(folder);
  return baseOf(around) === "charts" ? charts.get(folderOf(around)) : undefined;
}

/** What a chart takes from a repository of charts and keeps unpacked in its `charts` folder is a copy. */
function isCopy(chart: Chart, charts: ReadonlyMap<string, Chart>): boolean {
  const parent = parentOf(chart, charts);
  return (
    parent?.dependencies.some(
      ({ dependency: { name, source } }) => name === chart.facts.name && source !== undefined && isRemote(source),
    ) ?? false
  );
}

function isRemote(source: string): boolean {
  return !source.startsWith("file:");
}

function unitOf(chart: Chart, charts: ReadonlyMap<string, Chart>): UnitDraft {
  const { path, folder, facts } = chart;
  const id = identifyPackage("helm", facts.name);
  return {
    kind: "chart",
    name: facts.name,
    path: folder,
    manifest: path,
    ...(facts.version !== undefined && { version: facts.version }),
    ...(facts.description !== undefined && { description: facts.description }),
    // A chart inside another is installed with it.
    published: parentOf(chart, charts) === undefined,
    provides: id === undefined ? [] : [provided(id, { rule: "helm.name", path, line: facts.line }, facts.version)],
    consumes: [...chart.dependencies.flatMap(chartConsume), ...chart.images.flatMap(imageConsume)],
    maintainers: facts.maintainers,
  };
}

function chartConsume({ dependency, path }: Chart["dependencies"][number]): Consume[] {
  const { name, line, range, source } = dependency;
  const id = identifyPackage("helm", name);
  return id === undefined
    ? []
    : [declared(id, "runtime", { rule: "helm.dependency", path, line, detail: source }, range)];
}

function imageConsume({ reference, line, path }: Chart["images"][number]): Consume[] {
  const id = imageIdentifier(reference);
  return id === undefined ? [] : [declared(id, "runtime", { rule: "helm.image", path, line }, imageTag(reference))];
}
