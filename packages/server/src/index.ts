export { backupFile, restoreFile } from "@freehold/store";
export { type Checked, checkup } from "./operation/checkup.ts";
export { type Configuration, readConfiguration, type Sources } from "./config/configuration.ts";
export { type ShownSetting, shownSettings } from "./config/shown.ts";
export { startPortfolioServer, type PortfolioServer, type PortfolioServerOptions } from "./api/start.ts";
export { serveSnapshot, type SnapshotServer, type SnapshotServerOptions } from "./api/serve-snapshot.ts";
export { openApiText } from "./api/openapi/text.ts";
export { startWorker, type Worker, type WorkerOptions } from "./sources/work/start-worker.ts";
