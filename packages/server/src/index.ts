export { type Accounts, openAccounts } from "./accounts/accounts.ts";
export { accountsOn } from "./config/coherence.ts";
export { type Configuration, readConfiguration, type Sources } from "./config/configuration.ts";
export { type SettingKey, type Settings } from "./config/settings.ts";
export { type ShownSetting, shownSettings, withoutPassword } from "./config/shown.ts";
export { createApp, type AppOptions } from "./app.ts";
export { startServer, type RunningServer, type StartOptions } from "./start.ts";
export { startPortfolioServer, type PortfolioServer, type PortfolioServerOptions } from "./api/start.ts";
export { openApiText } from "./api/openapi/text.ts";
