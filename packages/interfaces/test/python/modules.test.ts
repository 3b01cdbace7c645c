/** What is public (PEP 8, the typing specification), how names are passed on, and what elements say. */
import { describe, expect, test } from "vitest";
import { python } from "../../src/kinds/python/kind.ts";
import { indexElements } from "../../src/used.ts";
import { elementsIn, type Files, type Pair, testPairs, verdict } from "../pairs.ts";

const PAIRS: readonly Pair[] = [
  ["name added", "def a(): ...", "def a(): ...\ndef b(): ...", "compatible", "breaking"],
  ["private name added", "def a(): ...", "def a(): ...\ndef _b(): ...", "none", "none"],
  [
    "name left out of __all__",
    "__all__ = ['a', 'b']\ndef a(): ...\ndef b(): ...",
    "__all__ = ['a']\ndef a(): ...\ndef b(): ...",
    "unknown",
    "compatible",
  ],
  [
    "name not in __all__ removed",
    "__all__ = ['a']\ndef a(): ...\ndef b(): ...",
    "__all__ = ['a']\ndef a(): ...",
    "none",
    "none",
  ],
  [
    "__all__ put together",
    "__all__ = ['a', 'b']\ndef a(): ...\ndef b(): ...",
    "__all__ = ['a']\n__all__ += ['b']\ndef a(): ...\ndef b(): ...",
    "none",
    "none",
  ],
  ["import removed that was for its own use", "import os\ndef a(): ...", "def a(): ...", "none", "none"],
  [
    "order, comments and layout",
    "A = 1\ndef b(x, y): ...",
    "# c\ndef b(\n    x,\n    y,\n): ...\n\n\nA = 1  # d",
    "none",
    "none",
  ],
  ["defined again", "def a(x): ...\ndef a(y): ...", "def a(y): ...", "none", "none"],
  ["deleted again", "def a(): ...\nb = 1\ndel b", "def a(): ...", "none", "none"],
  [
    "another branch changed",
    "import sys\nif sys.version_info >= (3, 9):\n    def a(x): ...\nelse:\n    def a(x): ...",
    "import sys\nif sys.version_info >= (3, 9):\n    def a(x): ...\nelse:\n    def a(y): ...",
    "none",
    "unknown",
  ],
  [
    "given by __getattr__ now",
    "def a(): ...\ndef b(): ...",
    "def b(): ...\ndef __getattr__(name):\n    if name == 'a':\n        return b",
    "unknown",
    "compatible",
  ],
  [
    "deprecated",
    "def a(): ...",
    "import warnings\ndef a():\n    warnings.warn('b', DeprecationWarning)",
    "none",
    "none",
  ],
  [
    "moved, and passed on",
    { "p/__init__.py": "from .m import a", "p/m.py": "def a(x): ..." },
    { "p/__init__.py": "from ._m import a", "p/_m.py": "def a(x): ..." },
    "breaking",
    "compatible",
  ],
  [
    "private module renamed",
    { "p/__init__.py": "from ._m import a", "p/_m.py": "def a(x): ..." },
    { "p/__init__.py": "from ._n import a", "p/_n.py": "def a(x): ..." },
    "none",
    "none",
  ],
  [
    "changed where it is defined",
    { "p/__init__.py": "from ._m import a", "p/_m.py": "def a(x): ..." },
    { "p/__init__.py": "from ._m import a", "p/_m.py": "def a(): ..." },
    "breaking",
    "breaking",
  ],
  [
    "all of a private module",
    { "p/__init__.py": "from ._m import *", "p/_m.py": "def a(): ...\ndef b(): ..." },
    { "p/__init__.py": "from ._m import *", "p/_m.py": "def a(): ..." },
    "breaking",
    "compatible",
  ],
  [
    "passed on by __all__ of another module",
    {
      "p/__init__.py": "from . import _m\nfrom ._m import *\n__all__ = _m.__all__",
      "p/_m.py": "__all__ = ['a']\ndef a(): ...\ndef b(): ...",
    },
    { "p/__init__.py": "from ._m import a", "p/_m.py": "def a(): ..." },
    "none",
    "none",
  ],
  [
    "class moved between public modules",
    { "p/__init__.py": "from .m import A", "p/m.py": "class A: ...", "p/n.py": "from .m import A\ndef f() -> A: ..." },
    {
      "p/__init__.py": "from .n import A",
      "p/m.py": "from .n import A as A",
      "p/n.py": "class A: ...\ndef f() -> A: ...",
    },
    "compatible",
    "unknown",
  ],
  ["module removed", { "p/__init__.py": "", "p/m.py": "A = 1" }, { "p/__init__.py": "" }, "breaking", "compatible"],
  ["private module removed", { "p/__init__.py": "", "p/_m.py": "A = 1" }, { "p/__init__.py": "" }, "none", "none"],
  [
    "tests removed",
    { "p/__init__.py": "", "p/tests/__init__.py": "", "p/tests/test_a.py": "A = 1" },
    { "p/__init__.py": "" },
    "none",
    "none",
  ],
  [
    "a module made a package",
    { "p/__init__.py": "", "p/m.py": "A = 1" },
    { "p/__init__.py": "", "p/m/__init__.py": "A = 1" },
    "none",
    "none",
  ],
  [
    "packages put into src",
    { "pyproject.toml": "[project]\nname = 'p'", "p/__init__.py": "A = 1" },
    { "pyproject.toml": "[project]\nname = 'p'", "src/p/__init__.py": "A = 1" },
    "none",
    "none",
  ],
  [
    "namespace package",
    { "pyproject.toml": "[project]\nname = 'p'", "src/n/p/__init__.py": "A = 1" },
    { "pyproject.toml": "[project]\nname = 'p'", "src/n/p/__init__.py": "" },
    "breaking",
    "compatible",
  ],
  [
    "package without __init__.py",
    { "pyproject.toml": "[project]\nname = 'p-q'", "p/q.py": "A = 1", "docs/conf.py": "B = 1" },
    { "pyproject.toml": "[project]\nname = 'p-q'", "p/q.py": "", "docs/conf.py": "" },
    "breaking",
    "compatible",
  ],
  [
    "stub speaks for its module",
    { "p/__init__.py": "", "p/m.py": "def a(x): ...", "p/m.pyi": "def a(x: int) -> int: ..." },
    { "p/__init__.py": "", "p/m.py": "def a(x, y): ...", "p/m.pyi": "def a(x: int) -> str: ..." },
    "breaking",
    "breaking",
  ],
  [
    "type information gone",
    { "p/__init__.py": "A = 1", "p/py.typed": "" },
    { "p/__init__.py": "A = 1" },
    "breaking",
    "compatible",
  ],
  [
    "command gone",
    { "pyproject.toml": "[project]\nname = 'p'\n[project.scripts]\np = 'p:main'", "p/__init__.py": "" },
    { "pyproject.toml": "[project]\nname = 'p'", "p/__init__.py": "" },
    "breaking",
    "compatible",
  ],
  [
    "newer Python needed",
    { "pyproject.toml": "[project]\nname = 'p'\nrequires-python = '>=3.8'", "p/__init__.py": "" },
    { "pyproject.toml": "[project]\nname = 'p'\nrequires-python = '>=3.10'", "p/__init__.py": "" },
    "unknown",
    "compatible",
  ],
];

const ids = (files: Files): readonly string[] =>
  elementsIn(python, files, "mod.py")
    .map(({ id }) => id)
    .filter((id) => id !== "declarations");

describe("python modules", () => {
  testPairs(python, "mod.py", PAIRS);

  test("elements read like Python, with their documentation, place and notice", () => {
    const text =
      "'''A module.'''\nfrom warnings import deprecated\n\n@deprecated('use b')\ndef a(x: int = 1) -> str:\n    '''Says a.\n\n    More.'''\n\nclass B:\n    c: int = 0\n    def d(self): ...\n";
    const elements = elementsIn(python, text, "mod.py").slice(1);
    expect(
      elements.map(({ id, kind, signature, stability, doc, evidence }) => [
        id,
        kind,
        signature,
        stability,
        doc,
        evidence.line,
      ]),
    ).toEqual([
      ["mod", "module", "module mod", "stable", "A module.", 1],
      ["mod#B", "class", "class B", "stable", undefined, 10],
      ["mod#B.c", "attribute", "c: int = 0", "stable", undefined, 11],
      ["mod#B.d", "method", "def d(self)", "stable", undefined, 12],
      ["mod#a", "function", "def a(x: int = 1) -> str", "deprecated", "Says a.", 4],
    ]);
  });

  test("a module that says that it is provisional promises nothing yet", () => {
    const text = "'''Types.\n\n.. warning::\n    This module is provisional.\n'''\nTag = str\n";
    expect(elementsIn(python, text, "mod.py").map(({ id, stability }) => [id, stability])).toContainEqual([
      "mod#Tag",
      "beta",
    ]);
  });

  test("what is installed is read, and not what lies beside it", () => {
    expect(
      ids({
        "setup.py": "setup(name='p', packages=['p'])",
        "p/__init__.py": "A = 1",
        "tests/__init__.py": "B = 1",
        "docs/conf.py": "C = 1",
        "run.py": "D = 1",
        "p/__main__.py": "E = 1",
      }),
    ).toEqual(["p", "p#A"]);
    expect(ids({ "package.json": "{}", "build.py": "A = 1", "x.py": "A = 1" })).toEqual([]);
    expect(ids({ "pyproject.toml": "[project]\nname = 'my-mod'", "my_mod.py": "A = 1", "duties.py": "B = 1" })).toEqual(
      ["my_mod", "my_mod#A"],
    );
  });

  test("what an importer writes means an element, under each of its names", () => {
    const files = { "p/__init__.py": "from .core import C", "p/core.py": "class C:\n    def m(self): ..." };
    const index = indexElements("python", elementsIn(python, files, ""));
    const id = "pkg:pypi/p";
    expect(index.match({ id, from: "p", symbol: "C" })?.elements).toEqual(
      expect.arrayContaining(["p#C", "p.core#C", "p.core#C.m"]),
    );
    expect(index.match({ id, from: "p", symbol: "core" })?.elements).toEqual(
      expect.arrayContaining(["p.core", "p.core#C"]),
    );
    expect(index.match({ id, from: "p.core", symbol: "C" })?.elements).toEqual(expect.arrayContaining(["p.core#C.m"]));
    expect(index.match({ id, from: "p", symbol: "gone" })?.missing).toBe(true);
  });

  test("broken and hostile sources give less, never a fault", () => {
    for (const text of [
      "def a(:",
      "class",
      "from . import",
      "__all__ = [",
      `x = ${"(".repeat(3000)}1`,
      `def a(x: ${"list[".repeat(3000)}int): ...`,
      "from .x import *\nfrom . import *",
      "import a.b as",
    ])
      expect(verdict(python.compare(elementsIn(python, text, "mod.py"), elementsIn(python, text, "mod.py")))).toBe(
        "none",
      );
    const circular = {
      "p/__init__.py": "from .a import *",
      "p/a.py": "from .b import *\nfrom .b import X",
      "p/b.py": "from .a import *\nfrom .a import X",
    };
    expect(ids(circular)).toContain("p.a");
  });
});
