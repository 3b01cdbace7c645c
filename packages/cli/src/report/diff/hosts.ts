/** The differences of interfaces as annotations on GitHub and as GitLab's code quality report. */
import type { Diff, InterfaceChange } from "@freehold/model";
import { annotations } from "../findings/annotations.ts";
import { codeQuality } from "../findings/code-quality.ts";
import { changesOf } from "./sarif.ts";

export function diffAnnotations(diff: Diff): string {
  return annotations(
    openChanges(diff).map(({ change, product }) => ({
      level: change.class === "breaking" ? ("error" as const) : ("warning" as const),
      title: change.rule,
      message: messageOf(change, product),
      ...placeOf(change),
    })),
  );
}

export function diffQuality(diff: Diff): unknown {
  return codeQuality(
    openChanges(diff).map(({ change, product }) => {
      const { path = "product.yaml", line } = placeOf(change);
      return {
        rule: change.rule,
        severity: change.class === "breaking" ? ("major" as const) : ("minor" as const),
        message: messageOf(change, product),
        path,
        line,
        fingerprint: `${product} ${change.element}`,
      };
    }),
  );
}

function openChanges(diff: Diff) {
  return changesOf(diff).filter(({ change }) => change.waived === undefined);
}

/** Where it is now; what is gone, in the manifest's folder can't be annotated, and is shown where it was. */
function placeOf({ after, before }: InterfaceChange): { readonly path?: string; readonly line?: number } {
  const evidence = after?.evidence ?? before?.evidence;
  return {
    ...(evidence?.path === undefined ? {} : { path: evidence.path }),
    ...(evidence?.line === undefined ? {} : { line: evidence.line }),
  };
}

function messageOf(change: InterfaceChange, product: string): string {
  const users = [...new Set(change.hits.map((hit) => hit.product))];
  const by = users.length === 0 ? "" : `; used by ${users.slice(0, 5).join(", ")}${users.length > 5 ? ", …" : ""}`;
  return `${product}: ${change.message}${by}`;
}
