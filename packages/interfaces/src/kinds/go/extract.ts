/** Sources of a module to its elements. */
import type { Problem } from "@freehold/model";
import { contributionsOf } from "../../contributions.ts";
import type { Extraction, Place, ShapedElement } from "../../kind.ts";
import { tooDeep, unreadElement } from "../../syntax/unread.ts";
import { elementsOf } from "./elements.ts";
import { findGo, modulePath } from "./find.ts";
import { isOwn } from "./go-type.ts";
import { describeModule } from "./model.ts";
import { openModule } from "./packages.ts";
import { GO_FILE } from "./contribution.ts";
import type { GoFile } from "./syntax.ts";

export function extract(place: Place): Extraction {
  const found = findGo(place);
  const manifest = found.find((path) => /(?:^|\/)go\.mod$/.test(path));
  const text = manifest === undefined ? undefined : place.read(manifest);
  const files: GoFile[] = [];
  const problems: Problem[] = [];
  const unread: ShapedElement[] = [];
  const sources = found.filter((path) => path.endsWith(".go"));
  for (const file of contributionsOf(GO_FILE, sources, place)) {
    if ("digest" in file) {
      unread.push(unreadElement("go", file));
      problems.push(tooDeep("go", file));
    } else if (file.packageName === "") problems.push(withoutPackage(file.path));
    else files.push(file);
  }
  if (files.length === 0) return { elements: unread, problems };
  const module = openModule(modulePath(text ?? ""), place.folder, files);
  const model = describeModule(module, isOwn);
  const elements = elementsOf(module, model, manifest);
  // A module of commands promises no package.
  const promised = elements.length > 2 || manifest === undefined ? elements : [];
  return { elements: [...promised, ...unread], problems };
}

function withoutPackage(path: string): Problem {
  return {
    code: "go/no-package",
    severity: "warning",
    message: `${path} has no package clause`,
    hint: "A Go file begins with `package name`; what it declares is not read.",
    path,
    line: 1,
  };
}
