/** What a change of a command line breaks for whoever types it, or has it in a script. */
import { isList } from "../../containment/json.ts";
import type { Change, Json, ShapedElement } from "../../kind.ts";
import { compareById, type ComparisonRules, defaultChange, fieldsOf, type Finding, shown } from "../../promise.ts";

type Fields = { readonly [key: string]: Json };

/** Options and arguments of a command that comes or goes as a whole are part of that. */
export function compare(before: readonly ShapedElement[], after: readonly ShapedElement[]): readonly Change[] {
  const [old, young] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const isPart = ({ id, kind }: ShapedElement) =>
    kind !== "command" && kind !== "program" && old.has(commandOf(id)) !== young.has(commandOf(id));
  const changes = compareById(
    rules,
    before.filter((one) => !isPart(one)),
    after.filter((one) => !isPart(one)),
  );
  return changes.map((change) => withDoubt(change, young));
}

/** `option a b --x @suffix` belongs to `command a b @suffix`. */
function commandOf(id: string): string {
  const match =
    /^option(?<path>(?: .*)?) -\S*(?<suffix>(?: @.*)?)$/.exec(id) ??
    /^argument(?<path>(?: .*?)?) \d+(?<suffix>(?: @.*)?)$/.exec(id) ??
    /^further \w+(?<path>(?: (?!@).*?)?)(?<suffix>(?: @.*)?)$/.exec(id);
  return `command${match?.groups?.["path"] ?? ""}${match?.groups?.["suffix"] ?? ""}`;
}

/** What seems gone may be among what can't be read now. */
function withDoubt(change: Change, young: ReadonlySet<string>): Change {
  if (change.effect !== "removed" || change.old === undefined || change.class !== "breaking") return change;
  const what = { argument: "arguments", command: "commands", option: "options" }[change.old.kind];
  const home = change.old.kind === "command" ? parentOf(change.element) : commandOf(change.element);
  if (what === undefined || !young.has(home.replace(/^command/, `further ${what}`))) return change;
  return { ...change, class: "unknown", message: `${change.message}, or declared in a way that can't be read` };
}

function parentOf(id: string): string {
  const [path = "", suffix] = id.split(" @");
  return `${path.slice(0, Math.max(path.lastIndexOf(" "), "command".length))}${suffix === undefined ? "" : ` @${suffix}`}`;
}

const rules: ComparisonRules = {
  kind: "cli",
  removed: (old) =>
    old.kind === "unread"
      ? {
          rule: "unread-removed",
          class: "unknown",
          message: `what could not be read (${old.name}) is gone or is read now`,
        }
      : { rule: `${old.kind}-removed`, class: "breaking", message: `the ${old.kind} ${old.name} is gone` },
  added: (young) => {
    if (young.kind === "unread")
      return {
        rule: "unread-added",
        class: "unknown",
        message: `${young.name}: what is declared there can't be read`,
      };
    return fieldsOf(young)["required"] === true
      ? {
          rule: `${young.kind}-required-added`,
          class: "breaking",
          message: `the new ${young.kind} ${young.name} must be given`,
        }
      : { rule: `${young.kind}-added`, class: "compatible", message: `the ${young.kind} ${young.name} is new` };
  },
  changed: (old, young) => {
    const [was, is] = [fieldsOf(old), fieldsOf(young)];
    if (young.kind === "command") return spellings(young.name, was["aliases"], is["aliases"], "alias");
    return [
      ...spellings(young.name, was["flags"], is["flags"], "spelling"),
      ...required(young, was, is),
      ...taking(young.name, was, is),
      ...types(young.name, was, is),
      ...defaultChange(`without a value, ${young.name}`, was, is),
      ...scope(young.name, was, is),
    ];
  },
};

function listOf(value: Json | undefined): readonly string[] {
  return isList(value) ? value.map(String) : [];
}

function spellings(name: string, was: Json | undefined, is: Json | undefined, what: string): Finding[] {
  const gone = listOf(was).filter((one) => !listOf(is).includes(one));
  const fresh = listOf(is).filter((one) => !listOf(was).includes(one));
  return [
    ...gone.map((one): Finding => ({
      rule: `${what}-removed`,
      class: "breaking",
      message: `${name} can't be written ${one} any more`,
    })),
    ...fresh.map((one): Finding => ({
      rule: `${what}-added`,
      class: "compatible",
      message: `${name} can be written ${one}, too`,
    })),
  ];
}

function required({ kind, name }: ShapedElement, was: Fields, is: Fields): Finding[] {
  if (was["required"] === is["required"]) return [];
  return is["required"] === true
    ? [{ rule: "made-required", class: "breaking", message: `the ${kind} ${name} must be given now` }]
    : [{ rule: "made-optional", class: "compatible", message: `the ${kind} ${name} need not be given any more` }];
}

const ORDER = ["nothing", "perhaps", "one", "many"];

/** What stands after an option on a command line is read as its value, or it is not. */
function taking(name: string, was: Fields, is: Fields): Finding[] {
  const findings: Finding[] = [];
  const [from, to] = [ORDER.indexOf(shown(was["taking"])), ORDER.indexOf(shown(is["taking"]))];
  // What may have a value takes what must have one; the reverse is missing a value.
  if (from !== to && from >= 0 && to >= 0) findings.push(takingChange(name, shown(was["taking"]), shown(is["taking"])));
  if (was["repeatable"] !== is["repeatable"])
    findings.push(
      is["repeatable"] === true
        ? { rule: "made-repeatable", class: "compatible", message: `${name} can be given several times` }
        : { rule: "made-single", class: "breaking", message: `${name} can be given once only` },
    );
  if (was["variadic"] !== is["variadic"] && typeof is["variadic"] === "boolean")
    findings.push(
      is["variadic"]
        ? { rule: "made-variadic", class: "compatible", message: `${name} takes all that follow` }
        : { rule: "made-single", class: "breaking", message: `${name} takes one value only` },
    );
  return findings;
}

function takingChange(name: string, from: string, to: string): Finding {
  const text = {
    nothing: "no value",
    perhaps: "a value or none",
    one: "a value",
    many: "all values that follow",
  } as Record<string, string>;
  const message = `${name} takes ${text[to]} in place of ${text[from]}`;
  if (from === "one" && to === "perhaps") return { rule: "value-changed", class: "compatible", message };
  // A value and then an argument become two values, where arguments may follow.
  if ((from === "one" || from === "perhaps") && to === "many")
    return { rule: "value-changed", class: "unknown", message };
  // `--flag file`: the file would be taken as the value.
  if (from === "nothing" && to === "perhaps") return { rule: "value-changed", class: "unknown", message };
  return { rule: "value-changed", class: "breaking", message };
}

/** A text takes everything; choices take less than a text. */
function types(name: string, was: Fields, is: Fields): Finding[] {
  const [from, to] = [shown(was["type"]), shown(is["type"])];
  const findings: Finding[] = [];
  if (from !== to && !(was["taking"] === "nothing" || is["taking"] === "nothing")) {
    const known = from !== "custom" && to !== "custom";
    const wider = to === "string" || (to === "path" && from === "string") || (from === "integer" && to === "number");
    findings.push({
      rule: "type-changed",
      class: wider ? "compatible" : known ? "breaking" : "unknown",
      message: `${name} is of type ${to} in place of ${from}`,
    });
  }
  const [old, young] = [was["choices"], is["choices"]];
  if (old === undefined && young === undefined) return findings;
  if (old === undefined)
    findings.push({
      rule: "choices-added",
      class: "breaking",
      message: `${name} takes only ${listOf(young).join(", ")}`,
    });
  else if (young === undefined) {
    // A program's own code may refuse as much.
    findings.push({
      rule: "choices-removed",
      class: to === "custom" ? "unknown" : "compatible",
      message: `${name} takes any value`,
    });
  } else
    for (const { class: kind, message } of spellings(name, old, young, "choice"))
      findings.push({
        rule: kind === "breaking" ? "choice-removed" : "choice-added",
        class: kind,
        message: message.replace("be written", "be"),
      });
  return findings;
}

function scope(name: string, was: Fields, is: Fields): Finding[] {
  if (was["inherited"] === is["inherited"]) return [];
  return is["inherited"] === true
    ? [{ rule: "made-inherited", class: "compatible", message: `${name} can be given to every command below` }]
    : [{ rule: "made-local", class: "breaking", message: `${name} can't be given to the commands below any more` }];
}
