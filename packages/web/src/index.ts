export { webRoot } from "./web-root.ts";
