export { createApp, type AppOptions } from "./app.ts";
export { startServer, type RunningServer, type StartOptions } from "./start.ts";
