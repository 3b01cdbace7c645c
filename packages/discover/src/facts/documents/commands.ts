/** The commands that a document tells its reader to type. */
import type { PlacedText } from "@freehold/model";
import type { Fence } from "./code.ts";

const SHELL = /^(?:sh|bash|shell|zsh|fish|console|terminal|shell-session|shellsession|powershell|ps1|cmd|bat)$/;
const PROMPT = /^\s*(?:[$%]|PS>|>)\s+/;
const LONGEST = 300;

/**
 * Programs that people name within a sentence: package managers, task runners and compilers, which work on the folder
 * that they are in; and those that work on something else, which two words only speak of (`docker pull`).
 */
const INLINE =
  /^(?:npm|npx|pnpm|yarn|bun|deno|node|make|just|task|nx|turbo|cargo|rustup|go|pip3?|pipx|poetry|uv|tox|nox|pytest|python3?|mvn|gradle|\.\/gradlew|bundle|rake|composer|mix|dotnet|docker-compose|terraform|\.\/[\w./-]+)\s+\S|^(?:gem|docker|helm|git|brew|apt|apt-get)\s+\S+\s+\S/;

/** Lines of shell, continued ones joined; of a transcript only what follows a prompt. */
export function commandsOf({ language, text, line }: Fence): PlacedText[] {
  const lines = joined(text.split("\n"));
  const prompted = lines.some(({ text: one }) => PROMPT.test(one));
  if (!SHELL.test(language) && !(language === "" && prompted)) return [];
  return lines
    .filter(({ text: one }) => (prompted ? PROMPT.test(one) : true))
    .map(({ text: one, line: offset }) => ({ text: one.replace(PROMPT, "").trim(), line: line + offset }))
    .filter(({ text: one }) => one !== "" && !one.startsWith("#"))
    .map(({ text: one, line: at }) => ({ text: one.slice(0, LONGEST), line: at }));
}

/** Code within a sentence, where it is a command. */
export function inlineCommand({ text, line }: PlacedText): PlacedText[] {
  const command = text.replace(/^\$\s+/, "").trim();
  return INLINE.test(command) && command.length <= LONGEST ? [{ text: command, line }] : [];
}

function joined(lines: readonly string[]): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  let open = false;
  for (const [index, one] of lines.entries()) {
    const last = found.at(-1);
    const text = one.replace(/\\\s*$/, " ");
    if (open && last !== undefined) last.text += text.trim();
    else found.push({ text, line: index });
    open = text !== one;
  }
  return found;
}
