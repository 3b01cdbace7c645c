/** The third entry of this package: what a report shows of a snapshot. */
export { assessSnapshot } from "./assess/assess-snapshot.ts";
export { summarizeUse } from "./interfaces/use-summary.ts";
export { buildView, type PortfolioView } from "./view/view.ts";
