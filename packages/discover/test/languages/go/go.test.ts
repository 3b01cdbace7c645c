import { describe, expect, test } from "vitest";
import { extractGo } from "../../../src/languages/go/extract.ts";
import { goResolver } from "../../../src/languages/go/resolve.ts";
import { fixtureProject } from "../project.ts";

describe("imports", () => {
  const source = `// Package x does import "nothing".
/* import "neither" */
package x // here

import "fmt"
import ( "a.org/b"; c "d.org/e"
	. "f.org/g" // dot
	_ \`h.org/i\`
)

const text = \`
import "not/this"
\`
func Public() {}
func (r *R) Method() {}
func private() {}
type T struct{}
`;

  test("of every form, with lines", () => {
    expect(extractGo("x.go", source).imports).toEqual([
      { specifier: "fmt", line: 5, kind: "static" },
      { specifier: "a.org/b", line: 6, kind: "static" },
      { specifier: "d.org/e", line: 6, kind: "static" },
      { specifier: "f.org/g", line: 7, kind: "static", symbols: ["*"] },
      { specifier: "h.org/i", line: 8, kind: "side-effect" },
    ]);
  });

  test("of every form, with the symbols that are used of them", () => {
    const text = `package x
import ( "fmt"; y "a.org/b"; "gopkg.in/yaml.v3"; "a.org/go-cmp"; "a.org/odd" )
// fmt.Nothing
var a = yaml.Marshal(y.Value{}, "y.Text", cmp.Diff, fmt.Sprint(y.Value{}, b.y.No, y.hidden))
`;
    expect(extractGo("x.go", text).imports.map(({ specifier, symbols }) => [specifier, symbols])).toEqual([
      ["fmt", ["Sprint"]],
      ["a.org/b", ["Value"]],
      ["gopkg.in/yaml.v3", ["Marshal"]],
      ["a.org/go-cmp", ["Diff"]],
      ["a.org/odd", undefined],
    ]);
  });

  test("exports what starts with a capital", () => {
    expect(extractGo("x.go", source).exports).toEqual(["Public", "T"]);
  });

  test.each(["", "package", 'import "a"', "package x\nimport (", "package x\nimport ( 1 )", "package x\n/*"])(
    "%j has none",
    (text) => {
      expect(extractGo("x.go", text).imports).toEqual([]);
    },
  );
});

describe("resolving", () => {
  const resolver = goResolver(
    fixtureProject("go", {
      units: [
        { name: "acme.org/mono", path: "" },
        { name: "acme.org/mono/sub", path: "sub" },
        { name: "forked.org/lib", path: "forks/lib" },
      ],
      files: [
        "main.go",
        "internal/x/x.go",
        "pkg/a/a_test.go",
        "pkg/a/z.go",
        "sub/s.go",
        "sub/internal/y/y.go",
        "forks/lib/lib.go",
        "forks/lib/deep/deep.go",
      ],
      configurations: {
        "go.mod": `module acme.org/mono\n\nrequire (\n\tgithub.com/big/repo/sdk/v2 v2.1.0 // indirect\n\tgopkg.in/yaml.v3 v3.0.1\n)\nreplace github.com/up/stream v1.0.0 => ./forks/lib\n`,
        "sub/go.mod": `module "acme.org/mono/sub"\nrequire acme.org/mono v0.0.0\nreplace acme.org/mono => ../\n`,
        "forks/lib/go.mod": "module forked.org/lib",
      },
    }),
  );
  const resolve = (path: string, specifier: string) => resolver(path, { specifier, line: 1, kind: "static" });

  test.each([
    ["main.go", "acme.org/mono/pkg/a", { kind: "unit", unit: "acme.org/mono", path: "pkg/a/z.go", bypass: false }],
    [
      "main.go",
      "acme.org/mono/internal/x",
      { kind: "unit", unit: "acme.org/mono", path: "internal/x/x.go", bypass: false },
    ],
    ["main.go", "acme.org/mono/sub", { kind: "unit", unit: "acme.org/mono/sub", path: "sub/s.go", bypass: false }],
    [
      "main.go",
      "acme.org/mono/sub/internal/y",
      { kind: "unit", unit: "acme.org/mono/sub", path: "sub/internal/y/y.go", bypass: true },
    ],
    [
      "sub/s.go",
      "acme.org/mono/internal/x",
      { kind: "unit", unit: "acme.org/mono", path: "internal/x/x.go", bypass: true },
    ],
    [
      "main.go",
      "github.com/up/stream/deep",
      { kind: "unit", unit: "forked.org/lib", path: "forks/lib/deep/deep.go", bypass: false },
    ],
    ["main.go", "github.com/big/repo/sdk/v2/auth", { kind: "package", id: "pkg:golang/github.com/big/repo/sdk/v2" }],
    ["main.go", "gopkg.in/yaml.v3", { kind: "package", id: "pkg:golang/gopkg.in/yaml.v3" }],
    ["main.go", "github.com/not/required/v4/x", { kind: "package", id: "pkg:golang/github.com/not/required/v4" }],
    ["main.go", "net/http", { kind: "builtin" }],
    ["main.go", "C", { kind: "builtin" }],
  ])("%s: %s", (path, specifier, target) => {
    expect(resolve(path, specifier)).toEqual(target);
  });
});
