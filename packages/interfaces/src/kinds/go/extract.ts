/** Sources of a module to its elements. */
import type { Problem } from "@freehold/model";
import type { Extraction, Place, ShapedElement, Source } from "../../kind.ts";
import { tooDeep, unreadElement } from "../../syntax/unread.ts";
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
  const unread: ShapedElement[] = [];
  for (const source of sources) {
    const { path, text } = source;
    if (!path.endsWith(".go")) continue;
    const file = parseGoFile(path, text);
    if (file === undefined) {
      unread.push(unreadElement("go", source));
      problems.push(tooDeep("go", source));
    } else if (file.packageName === "") problems.push(withoutPackage(path));
    else files.push(file);
  }
  if (files.length === 0) return { elements: unread, problems };
  const module = openModule(modulePath(manifest?.text ?? ""), place.folder, files);
  const model = describeModule(module, isOwn);
  const elements = elementsOf(module, model, manifest?.path);
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
