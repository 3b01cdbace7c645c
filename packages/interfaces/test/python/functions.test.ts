/** Pairs after griffe's breakages, PEP 570 and PEP 3102: whether every call of the old function is one of the new. */
import { describe } from "vitest";
import { python } from "../../src/kinds/python/kind.ts";
import { type Pair, testPairs } from "../pairs.ts";

const def = (parameters: string, returns = ""): string =>
  `def a(${parameters})${returns === "" ? "" : ` -> ${returns}`}: ...`;
const method = (text: string): string => `class C:\n    ${text.replaceAll("\n", "\n    ")}\n`;

const PAIRS: readonly Pair[] = [
  // Parameters
  ["optional parameter added", def("x"), def("x, y=1"), "compatible", "breaking"],
  ["optional keyword parameter added", def("x"), def("x, *, y=1"), "compatible", "breaking"],
  ["required keyword parameter added", def("x"), def("x, *, y"), "breaking", "breaking"],
  ["optional parameter put in front", def("x=0"), def("y=1, x=0"), "breaking", "breaking"],
  ["parameters swapped", def("x, y"), def("y, x"), "breaking", "breaking"],
  ["keyword parameters swapped", def("*, x, y"), def("*, y, x"), "none", "none"],
  ["parameter renamed", def("x"), def("y"), "breaking", "breaking"],
  ["positional-only parameter renamed", def("x, /"), def("y, /"), "none", "none"],
  ["positional-only by the older sign renamed", def("__x"), def("__y"), "none", "none"],
  ["positional-only opened", def("x, /"), def("x"), "compatible", "breaking"],
  ["keyword-only opened", def("*, x"), def("x"), "compatible", "breaking"],
  ["made optional", def("x"), def("x=1"), "compatible", "breaking"],
  ["default changed", def("x=1"), def("x=2"), "unknown", "unknown"],
  ["default written otherwise", def("x='a', y=1_000"), def('x="a", y=1000'), "none", "none"],
  [
    "default that is not to be known",
    "import m\ndef a(x=m.A): ...",
    "import m\ndef a(x=m.B): ...",
    "unknown",
    "unknown",
  ],
  [
    "default by an import under another name",
    "import m\ndef a(x=m.A): ...",
    "import m as n\ndef a(x=n.A): ...",
    "none",
    "none",
  ],
  ["arguments collected", def("x"), def("x, *rest, **more"), "compatible", "breaking"],
  ["swallowed by both", def("x, *, y=1"), def("*args, **kwargs"), "compatible", "breaking"],
  ["collector renamed", def("*args, **kwargs"), def("*rest, **more"), "none", "none"],
  ["named parameter taken out of those collected", def("*, x=1, **rest"), def("**rest"), "compatible", "compatible"],
  ["a place taken from those collected", def("*args"), def("x=None, *args"), "breaking", "breaking"],
  ["a lambda in place of a function", "def a(x): ...", "a = lambda x: x", "unknown", "unknown"],
  // Annotations
  ["annotation added", def("x"), def("x: int", "int"), "none", "unknown"],
  ["parameter widened", def("x: int"), def("x: int | str"), "compatible", "breaking"],
  [
    "parameter widened to a protocol",
    def("x: list[int]"),
    "from collections.abc import Iterable\ndef a(x: Iterable[int]): ...",
    "compatible",
    "breaking",
  ],
  [
    "one type in two forms",
    "from typing import Optional, List\ndef a(x: Optional[List[int]] = None): ...",
    "def a(x: 'list[int] | None' = None): ...",
    "none",
    "none",
  ],
  ["implicit optional said", def("x: int = None"), def("x: int | None = None"), "none", "none"],
  ["result narrowed", def("", "float"), def("", "int"), "compatible", "breaking"],
  ["result may be none", def("", "int"), def("", "int | None"), "breaking", "compatible"],
  ["result where nothing was", def("", "None"), def("", "int"), "compatible", "breaking"],
  ["list of another type", def("", "list[int]"), def("", "list[str]"), "breaking", "breaking"],
  [
    "sequence of a narrower type",
    "from typing import Sequence\ndef a() -> Sequence[float]: ...",
    "from typing import Sequence\ndef a() -> Sequence[int]: ...",
    "compatible",
    "breaking",
  ],
  [
    "literal among texts",
    "def a(x: str): ...",
    "from typing import Literal\ndef a(x: Literal['b', 'c']): ...",
    "breaking",
    "compatible",
  ],
  [
    "subclass returned",
    "class A: ...\nclass B(A): ...\ndef a() -> A: ...",
    "class A: ...\nclass B(A): ...\ndef a() -> B: ...",
    "compatible",
    "breaking",
  ],
  [
    "types of another package",
    "from m import X, Y\ndef a() -> X: ...",
    "from m import X, Y\ndef a() -> Y: ...",
    "unknown",
    "unknown",
  ],
  [
    "type variable renamed",
    "from typing import TypeVar\nT = TypeVar('T')\ndef a(x: T) -> T: ...",
    "from typing import TypeVar\n_U = TypeVar('_U')\ndef a(x: _U) -> _U: ...",
    "none",
    "none",
  ],
  ["type parameter renamed", "def a[T](x: T) -> T: ...", "def a[U](x: U) -> U: ...", "none", "none"],
  // What a call gives
  ["made a coroutine", "def a(): ...", "async def a(): ...", "breaking", "breaking"],
  [
    "an asynchronous generator made a function that gives one",
    "from typing import AsyncIterator\nasync def a() -> AsyncIterator[int]:\n    yield 1",
    "from typing import AsyncIterator\ndef a() -> AsyncIterator[int]:\n    return b()",
    "none",
    "none",
  ],
  [
    "made a coroutine behind a decorator",
    "def a(): ...",
    "from m import variant\n@variant\nasync def a(): ...",
    "unknown",
    "unknown",
  ],
  ["made a generator", "def a():\n    return [1]", "def a():\n    yield 1", "breaking", "breaking"],
  [
    "a generator inside",
    "def a():\n    return [1]",
    "def a():\n    def b():\n        yield 1\n    return list(b())",
    "none",
    "none",
  ],
  ["decorated by something unknown", "def a(x): ...", "import m\n@m.d\ndef a(x): ...", "unknown", "unknown"],
  ["made a class", "def a(x): ...", "class a:\n    def __init__(self, x): ...", "breaking", "breaking"],
  ["result kept", "def a(): ...", "from functools import cache\n@cache\ndef a(): ...", "none", "unknown"],
  [
    "no context manager any more",
    "from contextlib import contextmanager\n@contextmanager\ndef a():\n    yield",
    "def a():\n    yield",
    "breaking",
    "breaking",
  ],
  [
    "parameters of a callable",
    "from typing import Callable\ndef a(x: Callable[[int], str]): ...",
    "from typing import Callable\ndef a(x: Callable[[int, int], str]): ...",
    "breaking",
    "breaking",
  ],
  ["anything taken, and only numbers", "def a(x: object): ...", "def a(x: int): ...", "breaking", "compatible"],
  [
    "a stub with overloads in place of one signature",
    { "lib.pyi": "def a(*x: int) -> int: ..." },
    {
      "lib.pyi":
        "from typing import overload\n@overload\ndef a(__x: int, __y: int) -> int: ...\n@overload\ndef a(__x: int, *y: int) -> int: ...",
    },
    "unknown",
    "unknown",
  ],
  [
    "overload added",
    "from typing import overload\n@overload\ndef a(x: int) -> int: ...\ndef a(x): ...",
    "from typing import overload\n@overload\ndef a(x: int) -> int: ...\n@overload\ndef a(x: str) -> str: ...\ndef a(x): ...",
    "compatible",
    "breaking",
  ],
  [
    "body and documentation",
    "def a(x):\n    '''A.'''\n    return 1",
    "def a(x):\n    '''B.'''\n    y = 2\n    return y",
    "none",
    "none",
  ],
  // Methods
  [
    "method made a class method",
    method("def a(self): ..."),
    method("@classmethod\ndef a(cls): ..."),
    "unknown",
    "breaking",
  ],
  [
    "static made a class method",
    method("@staticmethod\ndef a(x): ..."),
    method("@classmethod\ndef a(cls, x): ..."),
    "compatible",
    "compatible",
  ],
  ["instance renamed", method("def a(self, x): ..."), method("def a(this, x): ..."), "none", "none"],
  ["method made a property", method("def a(self): ..."), method("@property\ndef a(self): ..."), "breaking", "breaking"],
  [
    "method may not be overridden",
    method("def a(self): ..."),
    "from typing import final\n" + method("@final\ndef a(self): ..."),
    "breaking",
    "none",
  ],
];

describe("python functions", () => {
  testPairs(python, "mod.py", PAIRS);
});
