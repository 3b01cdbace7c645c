/**
 * What a Gradle script says literally. The scripts are programs, so nothing else is taken from them: a
 * name that is put together, a version from a catalog or a plugin's own words say nothing here.
 */
import type { ConsumeScope } from "@freehold/model";
import type { Parsed } from "../ecosystem.ts";

interface GradleDependency {
  /** `group:name:version`, or the path of a project, `:core`. */
  readonly target: string;
  readonly project: boolean;
  readonly scope: ConsumeScope;
  readonly line: number;
}

export interface GradleFacts {
  readonly settings: boolean;
  readonly group?: string;
  readonly version?: string;
  readonly description?: string;
  /** `rootProject.name`. */
  readonly name?: string;
  readonly includes: readonly string[];
  readonly dependencies: readonly GradleDependency[];
}

const SCOPES: readonly (readonly [RegExp, ConsumeScope])[] = [
  [/^(?:test|androidTest|integrationTest)/i, "test"],
  [/^(?:compileOnly|annotationProcessor|kapt|ksp|provided)/i, "build"],
  [/^(?:development|debug)/i, "development"],
  [/^(?:api|implementation|compile|runtime|runtimeOnly|\w+(?:Api|Implementation|RuntimeOnly))$/, "runtime"],
];

export function parseGradle(source: string, dialect: string): Parsed<GradleFacts> {
  const text = withoutComments(source);
  const settings = dialect === "settings";
  const facts: GradleFacts = {
    settings,
    ...literalOf("group", text),
    ...literalOf("version", text),
    ...literalOf("description", text),
    ...named(text),
    includes: settings ? includesOf(text) : [],
    dependencies: settings ? [] : dependenciesOf(text),
  };
  return { facts, problems: [] };
}

/** Comments become spaces, so that lines stay. */
function withoutComments(source: string): string {
  return source.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (token) =>
    token.startsWith("/") ? token.replaceAll(/[^\n]/g, " ") : token,
  );
}

function literalOf(name: "group" | "version" | "description", text: string): { readonly [key: string]: string } {
  const value = new RegExp(
    `^[ \\t]*(?:project\\.)?${name}[ \\t]*=?[ \\t]*(["'])([^"'$\\n]+)\\1[ \\t]*;?[ \\t]*$`,
    "m",
  ).exec(text)?.[2];
  return value === undefined ? {} : { [name]: value };
}

function named(text: string): { readonly name?: string } {
  const name = /^[ \t]*rootProject\.name[ \t]*=[ \t]*(["'])([^"'$\n]+)\1/m.exec(text)?.[2];
  return name === undefined ? {} : { name };
}

function includesOf(text: string): string[] {
  const found: string[] = [];
  for (const [, list = ""] of text.matchAll(/^[ \t]*include[ \t(]+((?:[ \t\n]*["'][^"'$\n]+["'][ \t\n]*,?)+)/gm)) {
    for (const [, path = ""] of list.matchAll(/["']([^"']+)["']/g)) found.push(path.replace(/^:/, ""));
  }
  return found;
}

function dependenciesOf(text: string): GradleDependency[] {
  const found: GradleDependency[] = [];
  text.split("\n").forEach((line, at) => {
    const match =
      /^\s*(\w+)[ \t(]+(?:(?:platform|enforcedPlatform|testFixtures)[ \t]*\()?[ \t]*(project[ \t]*\([ \t]*(?:path[ \t]*[:=][ \t]*)?)?["']([^"'$]+)["']/.exec(
        line,
      );
    if (match === null) return;
    const [, word = "", project, target = ""] = match;
    const scope = SCOPES.find(([pattern]) => pattern.test(word))?.[1];
    const external = /^[\w.-]+:[\w.-]+(?::[\w.+[\](),-]+)?(?:@\w+)?$/.test(target);
    if (scope === undefined || (project === undefined && !external)) return;
    found.push({ target, project: project !== undefined, scope, line: at + 1 });
  });
  return found;
}
