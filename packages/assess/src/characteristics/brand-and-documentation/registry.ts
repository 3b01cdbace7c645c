/** D5. A name, a page to land on, documentation of purpose and of use. */
import type { Characteristic } from "../../check.ts";
import { changelogKept } from "./changelog-kept.ts";
import { commandsExist } from "./commands-exist.ts";
import { examplesParse } from "./examples-parse.ts";
import { firstUseShown } from "./first-use-shown.ts";
import { installsByItsName } from "./installs-by-its-name.ts";
import { linksAlive } from "./links-alive.ts";
import { manifestPointsHome } from "./manifest-points-home.ts";
import { purposeFirst } from "./purpose-first.ts";

export const brandAndDocumentation: Characteristic = {
  id: "brand-and-documentation",
  title: "Brand and documentation",
  checks: [
    purposeFirst,
    installsByItsName,
    firstUseShown,
    commandsExist,
    linksAlive,
    examplesParse,
    changelogKept,
    manifestPointsHome,
  ],
};
