/** Programming language by the ending of a file name, for counting; data and documents have none. */

const ENDINGS: Readonly<Record<string, string>> = {
  TypeScript: "ts tsx mts cts",
  JavaScript: "js jsx mjs cjs",
  Go: "go",
  Rust: "rs",
  Python: "py pyi",
  Java: "java",
  Kotlin: "kt kts",
  Scala: "scala",
  "C#": "cs",
  "F#": "fs",
  C: "c h",
  "C++": "cc cpp cxx hpp hh hxx",
  "Objective-C": "m mm",
  Swift: "swift",
  Ruby: "rb",
  PHP: "php",
  Perl: "pl pm",
  Lua: "lua",
  Elixir: "ex exs",
  Erlang: "erl hrl",
  Haskell: "hs",
  OCaml: "ml mli",
  Clojure: "clj cljs cljc",
  Dart: "dart",
  Julia: "jl",
  R: "r",
  Shell: "sh bash zsh fish",
  PowerShell: "ps1 psm1",
  SQL: "sql",
  HCL: "tf hcl",
  Nix: "nix",
  "Protocol Buffers": "proto",
  GraphQL: "graphql gql",
  Vue: "vue",
  Svelte: "svelte",
  Astro: "astro",
  CSS: "css scss sass less",
  HTML: "html htm",
  Zig: "zig",
  Solidity: "sol",
};

const LANGUAGES = new Map(
  Object.entries(ENDINGS).flatMap(([language, endings]) =>
    endings.split(" ").map((ending) => [ending, language] as const),
  ),
);

export function languageOf(path: string): string | undefined {
  const dot = path.lastIndexOf(".");
  return dot <= path.lastIndexOf("/") ? undefined : LANGUAGES.get(path.slice(dot + 1).toLowerCase());
}
