/**
 * Who owns what, judged by truth tables: `node bench/ownership/main.ts --truth <folder of csv>
 * --repositories <folder of owner+name/repo> [--fit] [name…]`
 *
 * Protocol: every file that declares owners is hidden, the people of the history up to the table's commit are
 * ranked for each unit and compared with the declared owners. `--fit` fits the weights anew, leaving each
 * repository out in turn.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { fitWeights, rankWith, samplesOf } from "./fit.ts";
import { brier, coverage, ranking, type Trial } from "./measures.ts";
import { rankers } from "./rankers.ts";
import { printMeans, printStudy, reportOf, type StudyReport } from "./report.ts";
import { type Study, studyRepository } from "./study.ts";
import { teamAgreement } from "./teams.ts";

const THRESHOLDS = [0, 0.3, 0.5, 0.7, 0.8, 0.9];

const { values, positionals } = parseArgs({
  options: { truth: { type: "string" }, repositories: { type: "string" }, fit: { type: "boolean", default: false } },
  allowPositionals: true,
});

if (values.truth === undefined || values.repositories === undefined) {
  console.error("usage: node bench/ownership/main.ts --truth <folder> --repositories <folder> [--fit] [name…]");
  process.exitCode = 2;
} else {
  await run(values.truth, values.repositories);
}

async function run(truth: string, repositories: string): Promise<void> {
  const studies: Study[] = [];
  const reports: StudyReport[] = [];
  for (const file of (await readdir(truth)).filter((name) => name.endsWith(".csv")).toSorted()) {
    const name = file.slice(0, -".csv".length);
    if (positionals.length > 0 && !positionals.some((wanted) => name.includes(wanted))) continue;
    const folder = [join(repositories, name, "repo"), join(repositories, name)].find((path) => existsSync(path));
    const study =
      folder === undefined ? "its repository is not there" : await studyRepository(name, join(truth, file), folder);
    if (typeof study === "string") {
      console.log(`${name}: skipped, ${study}`);
      continue;
    }
    const report = judge(study);
    printStudy(report);
    reports.push(report);
    if (values.fit) studies.push(study);
  }
  printMeans(reports);
  if (values.fit) leaveOneOut(studies);
}

function judge(study: Study): StudyReport {
  const resolvable = study.units.filter((unit) => unit.owners.size > 0);
  const trialsOf = (name: string): Trial[] =>
    resolvable.map((unit) => ({ guesses: rankers[name]?.(study, unit) ?? [], owners: unit.owners }));
  const model = trialsOf("model");
  return reportOf(study, {
    resolvable: resolvable.length,
    rankings: Object.keys(rankers).map((name) => ({ name, ...ranking(trialsOf(name)) })),
    coverage: coverage(model, THRESHOLDS),
    brier: brier(model),
    teams: teamAgreement(study),
  });
}

/** What the model would score on each repository had it never seen it. */
function leaveOneOut(studies: readonly Study[]): void {
  const samples = new Map(studies.map((study) => [study, samplesOf(study)]));
  const scores = studies.map((study) => {
    const weights = fitWeights(studies.filter((other) => other !== study).flatMap((other) => samples.get(other) ?? []));
    const trials = study.units
      .filter((unit) => unit.owners.size > 0)
      .map((unit) => ({ guesses: rankWith(weights, study, unit), owners: unit.owners }));
    return { name: study.name, rankings: [{ name: "left out", ...ranking(trials) }] };
  });
  console.log("\nweights fitted without the repository itself");
  for (const { name, rankings } of scores) {
    const [one] = rankings;
    if (one !== undefined)
      console.log(`  ${name.padEnd(46)} ${one.hit1.toFixed(2)} / ${one.hit3.toFixed(2)} / ${one.mrr.toFixed(2)}`);
  }
  printMeans(scores);
  console.log("weights from all of them", fitWeights([...samples.values()].flat()));
}
