export type * from "./ecosystems/ecosystem.ts";
export type * from "./languages/language.ts";
