/** Sources of a module to its elements. */
import type { Problem } from "@freehold/model";
import type { Extraction, Place, Source } from "../../kind.ts";
import { elementsOf } from "./elements.ts";
import { modulePath } from "./find.ts";
import { isOwn } from "./go-type.ts";
import { describeModule } from "./model.ts";
import { openModule } from "./packages.ts";
import { type GoFile, parseGoFile } from "./syntax.ts";

export function extract(sources: readonly Source[], place: Place): Extraction {
  const manifest = sources.find(({ path }) => /(?:^|\/)go\.mod$/.test(path));
  const files: GoFile[] = [];
  const problems: Problem[] = [];
  for (const { path, text } of sources) {
    if (!path.endsWith(".go")) continue;
    const file = parseGoFile(path, text);
    if (file.packageName === "") problems.push(withoutPackage(path));
    else files.push(file);
  }
  if (files.length === 0) return { elements: [], problems };
  const module = openModule(modulePath(manifest?.text ?? ""), place.folder, files);
  const model = describeModule(module, isOwn);
  const elements = elementsOf(module, model, manifest?.path);
  // A module of commands promises no package.
  return { elements: elements.length > 2 || manifest === undefined ? elements : [], problems };
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
