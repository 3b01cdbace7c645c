export { createClient, type Client, type ClientOptions } from "./client.ts";
export { ApiFailure, type ApiProblem } from "./failure.ts";
export { listen, type ListenOptions, type OrganisationEvent } from "./listen.ts";
export { pushSnapshot, type PushedSnapshot, type PushOptions } from "./push.ts";
export type { components, paths } from "./schema.ts";
