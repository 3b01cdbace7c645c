/** Pairs of classes and values after griffe's breakages and the typing specification. */
import { describe } from "vitest";
import { python } from "../../src/kinds/python/kind.ts";
import { type Pair, testPairs } from "../pairs.ts";

const C = (...lines: readonly string[]): string =>
  `class C:\n${lines.map((line) => `    ${line.replaceAll("\n", "\n    ")}\n`).join("")}`;
const data = (options: string, ...lines: readonly string[]): string =>
  `from dataclasses import dataclass, field\n@dataclass${options}\n${C(...lines)}`;
const from = (module: string, names: string, text: string): string => `from ${module} import ${names}\n${text}`;

const PAIRS: readonly Pair[] = [
  // Members
  ["method added", C("pass"), C("def a(self): ..."), "compatible", "breaking"],
  ["a mark for own use gone", C("__lamp__: dict[str, int] | None = None"), C("pass"), "none", "none"],
  ["private method removed", C("def _a(self): ..."), C("pass"), "none", "none"],
  ["special method removed", C("def __enter__(self): ..."), C("pass"), "breaking", "compatible"],
  [
    "method moved to a base",
    "class B: ...\nclass D(B):\n    def a(self): ...",
    "class B:\n    def a(self): ...\nclass D(B): ...",
    "compatible",
    "breaking",
  ],
  [
    "a base by another name",
    "import sys\nfrom concurrent import futures\nif sys.version_info >= (3, 9):\n    Base = futures.Future[int]\nelse:\n    Base = futures.Future\nclass C(Base): ...",
    "from concurrent import futures\nBase = 1\nclass C(futures.Future[int]): ...",
    "unknown",
    "unknown",
  ],
  [
    "method moved to a private base",
    C("def a(self): ..."),
    "class _B:\n    def a(self): ...\nclass C(_B): ...",
    "none",
    "none",
  ],
  [
    "method that a base of another package may have",
    "from m import B\nclass C:\n    def a(self): ...",
    "from m import B\nclass C(B): ...",
    "unknown",
    "breaking",
  ],
  [
    "attribute set in the constructor removed",
    C("def __init__(self):\n    self.a = 1"),
    C("def __init__(self):\n    self._a = 1"),
    "breaking",
    "compatible",
  ],
  [
    "attribute of the class set in the constructor",
    C("a = 1"),
    C("def __init__(self):\n    self.a = 1"),
    "unknown",
    "none",
  ],
  [
    "attribute made a property",
    C("def __init__(self):\n    self.a = 1"),
    C("@property\ndef a(self): return 1"),
    "breaking",
    "compatible",
  ],
  [
    "attribute made a property with a setter",
    C("def __init__(self):\n    self.a = 1"),
    C("@property\ndef a(self): return 1\n@a.setter\ndef a(self, value): ..."),
    "compatible",
    "none",
  ],
  [
    "setter removed",
    C("@property\ndef a(self): return 1\n@a.setter\ndef a(self, value): ..."),
    C("@property\ndef a(self): return 1"),
    "breaking",
    "compatible",
  ],
  [
    "property cached",
    C("@property\ndef a(self): return 1"),
    from("functools", "cached_property", C("@cached_property\ndef a(self): return 1")),
    "compatible",
    "breaking",
  ],
  [
    "property of a wider type",
    C("@property\ndef a(self) -> int: return 1"),
    C("@property\ndef a(self) -> int | None: return 1"),
    "breaking",
    "compatible",
  ],
  ["type of an attribute narrowed", C("a: int | None"), C("a: int"), "unknown", "breaking"],
  ["nested class", C("class D:\n    def a(self): ..."), C("class D: ..."), "breaking", "compatible"],
  // Constructors
  ["constructor takes more", C("pass"), C("def __init__(self, x): ..."), "breaking", "breaking"],
  [
    "constructor takes more that is optional",
    C("def __init__(self, x): ..."),
    C("def __init__(self, x, *, y=1): ..."),
    "compatible",
    "breaking",
  ],
  ["field added without a default", data("", "a: int"), data("", "a: int", "b: int"), "breaking", "breaking"],
  ["field added with a default", data("", "a: int"), data("", "a: int", "b: int = 0"), "compatible", "breaking"],
  [
    "field added with a factory",
    data("", "a: int"),
    data("", "a: int", "b: list[int] = field(default_factory=list)"),
    "compatible",
    "breaking",
  ],
  ["fields in another order", data("", "a: int", "b: int"), data("", "b: int", "a: int"), "breaking", "breaking"],
  [
    "named fields in another order",
    data("(kw_only=True)", "a: int", "b: int"),
    data("(kw_only=True)", "b: int", "a: int"),
    "none",
    "none",
  ],
  [
    "field that is not given added",
    data("", "a: int"),
    data("", "a: int", "b: int = field(init=False)"),
    "compatible",
    "breaking",
  ],
  ["data class frozen", data("", "a: int"), data("(frozen=True)", "a: int"), "breaking", "none"],
  [
    "written constructor in place of a data class's",
    data("", "a: int"),
    C("def __init__(self, a: int):\n    self.a = a"),
    "unknown",
    "none",
  ],
  [
    "field of a base's data class",
    "from dataclasses import dataclass\n@dataclass\nclass _B:\n    a: int\n@dataclass\nclass C(_B):\n    b: int",
    "from dataclasses import dataclass\n@dataclass\nclass _B:\n    a: int\n    x: int\n@dataclass\nclass C(_B):\n    b: int",
    "breaking",
    "breaking",
  ],
  [
    "named tuple grown",
    from("typing", "NamedTuple", "class C(NamedTuple):\n    a: int"),
    from("typing", "NamedTuple", "class C(NamedTuple):\n    a: int\n    b: int"),
    "breaking",
    "breaking",
  ],
  [
    "named tuple by a call",
    from("collections", "namedtuple", "C = namedtuple('C', ['a', 'b'])"),
    from("collections", "namedtuple", "C = namedtuple('C', 'a b c')"),
    "breaking",
    "breaking",
  ],
  [
    "field of a model of another package",
    from("pydantic", "BaseModel", "class C(BaseModel):\n    a: int"),
    from("pydantic", "BaseModel", "class C(BaseModel):\n    a: int\n    b: int"),
    "unknown",
    "breaking",
  ],
  [
    "field of attrs without a type",
    "import attr\n@attr.s\nclass C:\n    a = attr.ib()",
    "import attr\n@attr.s\nclass C:\n    a = attr.ib()\n    b = attr.ib()",
    "breaking",
    "breaking",
  ],
  // Bases and what subclasses must do
  ["base removed", "class C(int, str): ...", "class C(int): ...", "breaking", "compatible"],
  [
    "bases in another order",
    from("m", "A, B", "class C(A, B): ..."),
    from("m", "A, B", "class C(B, A): ..."),
    "unknown",
    "unknown",
  ],
  ["private base removed", "class _B: ...\nclass C(_B): ...", "class C: ...", "none", "none"],
  [
    "base from another base of it",
    "class A: ...\nclass B(A): ...\nclass C(A): ...",
    "class A: ...\nclass B(A): ...\nclass C(B): ...",
    "compatible",
    "breaking",
  ],
  [
    "abstract method added",
    from("abc", "ABC", "class C(ABC): ..."),
    "from abc import ABC, abstractmethod\nclass C(ABC):\n    @abstractmethod\n    def a(self): ...",
    "breaking",
    "breaking",
  ],
  [
    "method made abstract",
    "from abc import ABC, abstractmethod\nclass C(ABC):\n    def a(self): ...",
    "from abc import ABC, abstractmethod\nclass C(ABC):\n    @abstractmethod\n    def a(self): ...",
    "breaking",
    "none",
  ],
  ["final class", C("pass"), from("typing", "final", `@final\n${C("pass")}`), "breaking", "none"],
  [
    "protocol grown",
    from("typing", "Protocol", "class C(Protocol):\n    def a(self): ..."),
    from("typing", "Protocol", "class C(Protocol):\n    def a(self): ...\n    def b(self): ..."),
    "breaking",
    "breaking",
  ],
  [
    "required key added",
    from("typing", "TypedDict", "class C(TypedDict):\n    a: int"),
    from("typing", "TypedDict", "class C(TypedDict):\n    a: int\n    b: int"),
    "breaking",
    "breaking",
  ],
  [
    "optional key added",
    from("typing", "TypedDict, NotRequired", "class C(TypedDict):\n    a: int"),
    from("typing", "TypedDict, NotRequired", "class C(TypedDict):\n    a: int\n    b: NotRequired[int]"),
    "compatible",
    "breaking",
  ],
  ["made generic", C("pass"), "class C[T]: ...", "compatible", "breaking"],
  [
    "enum member added",
    from("enum", "Enum", "class C(Enum):\n    A = 1"),
    from("enum", "Enum", "class C(Enum):\n    A = 1\n    B = 2"),
    "compatible",
    "breaking",
  ],
  [
    "enum value changed",
    from("enum", "Enum", "class C(Enum):\n    A = 1"),
    from("enum", "Enum", "class C(Enum):\n    A = 2"),
    "breaking",
    "breaking",
  ],
  // Values and aliases
  ["value changed", "A = 1", "A = 2", "breaking", "breaking"],
  ["value written otherwise", "A = (1, 'b',)", 'A = (\n    1,\n    "b"\n)  # c', "none", "none"],
  ["value that is not to be known", "import m\nA = m.x()", "import m\nA = m.y()", "unknown", "unknown"],
  ["type of a constant narrowed", "A: float = 1", "A: int = 1", "compatible", "breaking"],
  ["alias widened", "from typing import Union\nA = Union[int, str]", "A = int | str | None", "unknown", "unknown"],
  [
    "alias in a new form",
    "from typing import Union, TypeAlias\nA: TypeAlias = Union[int, str]",
    "type A = str | int",
    "none",
    "none",
  ],
  ["version of the module", "__version__ = '1.0'", "__version__ = '1.1'", "none", "none"],
  ["name for another name", "def b(): ...\na = b", "def b(): ...\ndef a(): ...", "none", "none"],
];

describe("python classes and values", () => {
  testPairs(python, "mod.py", PAIRS);
});
