import { CHARTER_FILE } from "@freehold/model";
import type { AboutKind } from "../../kind.ts";

export const about: AboutKind = {
  id: "declared",
  title: "declared in the charter",
  version: 1,
  looksAt: (path) => path.slice(path.lastIndexOf("/") + 1) === CHARTER_FILE,
};
