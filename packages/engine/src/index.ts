export { snapshotText } from "./snapshot-file.ts";
export { buildView, type PortfolioView } from "./view/view.ts";
