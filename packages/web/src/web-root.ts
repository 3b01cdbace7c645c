/** Where the built pages lie, for whoever serves them. The app itself is bundled and never imported. */
import { fileURLToPath } from "node:url";

export const webRoot: string = fileURLToPath(new URL("../dist", import.meta.url));
