/**
 * Command lines: commands, options and arguments, as far as a known parser library declares them in source.
 *
 * Nothing is run, so what only running the program would tell is an element of unknown shape.
 * docs/interfaces-cli.md states the rules and lists the libraries.
 */
import { ask } from "../../ask.ts";
import type { Extraction, InterfaceKind, Place, Source, TextQuestion } from "../../kind.ts";
import { digestOfUnread, tooDeep, unreadElement } from "../../syntax/unread.ts";
import { isProductSource } from "../../syntax/product-source.ts";
import { languageOf } from "../../syntax/language.ts";
import { about } from "./about.ts";
import { binElements, installsProgram, scriptPackages } from "./bins.ts";
import { elementsOf } from "./elements.ts";
import { libraries } from "./libraries.ts";
import { MANIFESTS } from "./manifests.ts";
import { readCommands } from "./read-program.ts";
import { compare } from "./rules.ts";

export const cli: InterfaceKind = {
  ...about,
  find,
  extract,
  compare,
};

/** Calls that declare something, whatever they are called on: such a file may get its command from another. */
const DECLARES =
  /\.(?:add_argument|add_command|add_typer|addCommand|AddCommand|addOption|argument|command|option|options|positional|requiredOption|Flags|PersistentFlags)\(/;

function find(place: Place): readonly string[] {
  const { folder, paths } = place;
  const prefix = folder === "" ? "" : `${folder}/`;
  const manifests = MANIFESTS.map((name) => prefix + name).filter((path) => paths.includes(path));
  // They say which sources count, so that no others need be read.
  if (manifests.some((path) => place.read(path) === undefined)) return manifests;
  const packages = manifests
    .filter((path) => /(?:pyproject\.toml|setup\.cfg)$/.test(path))
    .map((path) => scriptPackages({ path, text: place.read(path) ?? "" }))
    .find((found) => found !== undefined);
  const sources = paths.filter((path) => {
    const language = languageOf(path);
    if (language === undefined || !isProductSource(path, folder) || !mayBeProgram(language, place)) return false;
    return language !== "python" || packages === undefined || isIn(path.slice(prefix.length), packages);
  });
  const said = ask(SAYS, sources, place);
  const speaking = Map.groupBy(
    sources
      .map((path, index) => ({ path, says: said[index] }))
      .filter(({ says }) => says === "library" || says === "calls"),
    ({ path }) => languageOf(path),
  );
  // Without the library, calls of such names are something else.
  const read = [...speaking.values()].filter((files) => files.some(({ says }) => says === "library"));
  return [...manifests, ...read.flat().map(({ path }) => path)];
}

/** What a text has of a command line: a library's name, calls that declare something, or nothing. */
const SAYS: TextQuestion = {
  id: `cli.says@${about.version}`,
  dialect: (path) => languageOf(path) ?? "",
  answer: (sources) =>
    sources.map(({ path, text }) => {
      const language = languageOf(path);
      const named = libraries.some((library) => library.language === language && library.mentions.test(text));
      return named ? "library" : DECLARES.test(text) ? "calls" : null;
    }),
};

/** Where scripts are declared, other programs beside their packages are tools of those who work on it. */
function isIn(path: string, packages: readonly string[]): boolean {
  return packages.some(
    (name) => path === `${name}.py` || `/${path}`.includes(`/${name}/`) || path.endsWith(`/${name}.py`),
  );
}

/** A package of npm that installs nothing has no command line of its own: its scripts are its own affair. */
function mayBeProgram(language: string, place: Place): boolean {
  const { folder, paths } = place;
  if (language === "java") return false;
  if (language !== "javascript") return true;
  const path = folder === "" ? "package.json" : `${folder}/package.json`;
  if (!paths.includes(path)) return true;
  const text = place.read(path);
  return text === undefined || installsProgram(text) !== false;
}

function extract(sources: readonly Source[], { folder }: Place): Extraction {
  const bins = sources.filter(isManifest).flatMap(binElements);
  const { commands, unread } = readCommands(sources.filter((source) => !isManifest(source)));
  const found = [
    ...bins,
    ...elementsOf(commands, folder),
    ...unread.map(({ path, text }) => unreadElement("cli", { path, digest: digestOfUnread(text) })),
  ];
  const elements = [...new Map(found.map((one) => [one.id, one])).values()];
  return {
    elements: elements.sort((a, b) => (a.id < b.id ? -1 : 1)),
    problems: unread.map((source) => tooDeep("cli", source)),
  };
}

function isManifest({ path }: Source): boolean {
  return MANIFESTS.some((name) => name === path.slice(path.lastIndexOf("/") + 1));
}
