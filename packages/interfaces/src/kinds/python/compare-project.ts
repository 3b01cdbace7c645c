/** What the manifest promises: commands, type information, versions of Python. */
import type { Comparison } from "./comparison.ts";

/** `existing`: both sides are there; the first or last version of a distribution gains and loses all of it. */
export function compareProjects(both: Comparison, existing: boolean): void {
  const [was, is] = [both.old.model, both.young.model];
  lists(both, was.commands, is.commands, "command", (name) => `command ${name}`);
  lists(
    both,
    was.typed,
    is.typed,
    "typed",
    (name) => `${name}/py.typed, which says that its annotations are to be used,`,
  );
  if (existing) requirement(both, was.requires, is.requires);
}

function lists(
  both: Comparison,
  was: readonly string[],
  is: readonly string[],
  kind: string,
  shown: (name: string) => string,
): void {
  for (const name of was) {
    if (!is.includes(name))
      both.report(`${kind}#${name}`, "removed", {
        rule: `${kind}-removed`,
        class: "breaking",
        message: `${shown(name)} is gone`,
      });
  }
  for (const name of is) {
    if (!was.includes(name))
      both.report(`${kind}#${name}`, "added", {
        rule: `${kind}-added`,
        class: "compatible",
        message: `${shown(name)} is new`,
      });
  }
}

/** Installers keep an older release for an older Python, so that whether raising it breaks is for the owner to say. */
function requirement(both: Comparison, was: string | null, is: string | null): void {
  if (was === is) return;
  const [from, to] = [floorOf(was), floorOf(is)];
  const message = `Python ${is ?? "of any version"} in place of ${was ?? "any version"}`;
  const lower =
    from !== undefined && (to === undefined ? is === null : to <= from) && !/</.test((is ?? "").replaceAll("<=", ""));
  const same = from === to && ceilingOf(was) === ceilingOf(is);
  if (!same)
    both.report("requires#python", "changed", {
      rule: lower ? "requires-lowered" : "requires-raised",
      class: lower ? "compatible" : "unknown",
      message,
    });
}

/** `>=3.9` as a number that compares. */
function floorOf(range: string | null): number | undefined {
  const [, major, minor] = /(?:>=|\^|~=|>)\s*(\d+)(?:\.(\d+))?/.exec(range ?? "") ?? [];
  return major === undefined ? undefined : Number(major) * 1000 + Number(minor ?? 0);
}

function ceilingOf(range: string | null): string {
  return (range ?? "").match(/(?:<|!=|==)[^,]*/g)?.join() ?? "";
}
