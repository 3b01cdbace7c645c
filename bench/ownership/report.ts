/** Prints what the bench measured. */
import { type CoveragePoint, mean, type Ranking } from "./measures.ts";
import type { Study } from "./study.ts";
import type { TeamAgreement } from "./teams.ts";

interface NamedRanking extends Ranking {
  readonly name: string;
}

interface Results {
  readonly resolvable: number;
  readonly rankings: readonly NamedRanking[];
  readonly coverage: readonly CoveragePoint[];
  readonly brier: number;
  readonly teams: TeamAgreement | undefined;
}

export interface StudyReport extends Results {
  readonly name: string;
  readonly units: number;
  readonly personal: number;
  readonly reached: number;
  readonly regime: string;
  readonly staying: number;
  readonly seconds: number;
}

export function reportOf(study: Study, results: Results): StudyReport {
  return {
    ...results,
    name: study.name,
    units: study.units.length,
    personal: study.units.filter((unit) => unit.personal).length,
    reached: study.units.filter((unit) => unit.tally.works.some((work) => unit.owners.has(work.person))).length,
    regime: study.whole.regime.name,
    staying: study.whole.regime.staying,
    seconds: study.seconds,
  };
}

export function printStudy(report: StudyReport): void {
  const share = report.resolvable / Math.max(1, report.units);
  console.log(
    `\n${report.name}  ${report.regime} (founders staying ${report.staying.toFixed(2)}), read in ${report.seconds.toFixed(1)} s`,
  );
  console.log(
    `  ${report.units} units, ${report.personal} owned by persons, ${report.resolvable} resolvable (${share.toFixed(2)} of all), in ${report.reached} the owner did something`,
  );
  for (const one of report.rankings) console.log(`  ${one.name.padEnd(14)} ${figures(one)}`);
  const points = report.coverage.map(
    (point) => `${point.threshold}: ${point.coverage.toFixed(2)}→${point.precision.toFixed(2)}`,
  );
  console.log(`  coverage→precision at confidence  ${points.join("  ")}`);
  console.log(`  Brier ${report.brier.toFixed(3)}`);
  if (report.teams === undefined) return;
  const { teams, files, agreement, largest } = report.teams;
  console.log(
    `  ${teams} teams: ${agreement.toFixed(2)} of ${files} held-out files go to their team (largest team: ${largest.toFixed(2)})`,
  );
}

/** Every repository counts as much as any other. */
export function printMeans(reports: readonly { readonly rankings: readonly NamedRanking[] }[]): void {
  const names = [...new Set(reports.flatMap((report) => report.rankings.map(({ name }) => name)))];
  console.log(`\nmean of ${reports.length} repositories, hit@1 / hit@3 / MRR`);
  for (const name of names) {
    const all = reports.flatMap((report) => report.rankings.filter((one) => one.name === name));
    const average = {
      hit1: mean(all.map((one) => one.hit1)),
      hit3: mean(all.map((one) => one.hit3)),
      mrr: mean(all.map((one) => one.mrr)),
    };
    console.log(`  ${name.padEnd(14)} ${figures(average)}`);
  }
}

function figures({ hit1, hit3, mrr }: Ranking): string {
  return [hit1, hit3, mrr].map((value) => value.toFixed(2)).join(" / ");
}
