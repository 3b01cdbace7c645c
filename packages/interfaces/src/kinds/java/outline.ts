/**
 * Java text with the inside of methods and initialisers blanked, at unchanged offsets: no interface lies
 * in there, and a grammar need not know the newest statements to read the declarations around them.
 */

const TOKEN =
  /"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)+'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|@interface\b|[\p{L}_$][\p{L}\p{N}_$]*|->|[{}();=<>]|\s+|[^\s]/gu;

/** Words that the grammar keeps for modules, and that people call parameters. */
const OF_MODULES: ReadonlySet<string> = new Set(
  "open module requires transitive exports opens to uses provides with".split(" "),
);
const PRIMITIVE = /^(?:boolean|byte|char|double|float|int|long|short|void)$/;

/**
 * Linear. What holds types is kept: bodies of classes, interfaces, enums, records, annotations, modules.
 * Names must be read from the source: some are replaced here, by others of the same length.
 */
export function outline(source: string, isModule: boolean): string {
  const parts: string[] = [];
  /** For each open brace whether what it holds is kept; only the first that is not counts. */
  const kept: boolean[] = [];
  let hidden = 0;
  let head: string[] = [];
  let round = 0;
  let valued = false;
  for (const [token] of source.matchAll(TOKEN)) {
    const plain = !/^(?:\s|\/[/*])/.test(token);
    if (hidden > 0) {
      if (token === "{") hidden++;
      else if (token === "}" && --hidden === 0) {
        parts.push(token);
        if (!valued) head = [];
        continue;
      }
      parts.push(blank(token));
      continue;
    }
    if (token === "(") round++;
    else if (token === ")") round--;
    else if (token === "=" && round === 0) valued = true;
    else if (token === ";" && round === 0) [head, valued] = [[], false];
    else if (token === "{") {
      if (round === 0 && !valued && holdsTypes(head)) {
        kept.push(true);
        head = [];
      } else hidden = 1;
    } else if (token === "}") {
      kept.pop();
      [head, valued] = [[], false];
    } else if (plain && round === 0 && head.length < 400) head.push(token);
    parts.push(replaced(parts, token, isModule));
  }
  return parts.join("");
}

/** `int.class` is a value, and would be taken for the start of a class. */
function replaced(parts: string[], token: string, isModule: boolean): string {
  if (token === "class" && parts.at(-1) === ".") {
    const before = parts.at(-2) ?? "";
    if (PRIMITIVE.test(before)) parts[parts.length - 2] = before.toUpperCase();
    return "CLASS";
  }
  return !isModule && OF_MODULES.has(token) ? token.toUpperCase() : token;
}

function blank(token: string): string {
  return token.replaceAll(/[^\n\r]/g, " ");
}

function holdsTypes(head: readonly string[]): boolean {
  return head.some((word, at) => {
    if (word === "class" || word === "interface" || word === "@interface" || word === "enum")
      return head[at - 1] !== ".";
    // Names elsewhere: a record is one in front of a name, a module at the start.
    if (word === "record") return /^[\p{L}_$]/u.test(head[at + 1] ?? "") && head[at + 2] !== "=";
    return word === "module" && head.length - at > 1;
  });
}
