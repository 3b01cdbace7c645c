export { createApp, type AppOptions } from "./app.ts";
export { startServer, type RunningServer, type StartOptions } from "./start.ts";
export { startPortfolioServer, type PortfolioServer, type PortfolioServerOptions } from "./api/start.ts";
export { openApiText } from "./api/openapi/text.ts";
