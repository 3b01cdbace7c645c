/** Python by pip, in an environment of its own; what to install for tests is what the manifest says of them. */
import { join } from "node:path";
import { parse } from "smol-toml";
import { type Manager, type Place, type PlannedStep, within } from "./manager.ts";

const MANIFESTS = ["pyproject.toml", "setup.py"];
/** As projects call what is needed to test them. */
const FOR_TESTS = /^(?:tests?|testing|dev|develop)$/;

const FILES = ["test", "tests", "dev"].flatMap((name) => [`requirements-${name}.txt`, `requirements/${name}.txt`]);

export const python: Manager = {
  id: "pip",
  manages: (folder, has) => MANIFESTS.some((name) => has(within(folder, name))),
  around: () => [],
  plan(place) {
    const { folder, work } = place;
    const environment = join(work, "venv");
    const interpreter = join(environment, "bin", "python");
    const { backend, extras, group, files, runsPytest, why } = readProject(place);
    const pip = [interpreter, "-m", "pip"] as const;
    const itself = extras.length === 0 ? "." : `.[${extras.join(",")}]`;
    const tools = [...backend, ...group, ...(runsPytest ? ["pytest"] : []), ...files.flatMap((file) => ["-r", file])];
    const steps: PlannedStep[] = [
      { step: "installs", command: ["python3", "-m", "venv", environment], folder },
      { step: "installs", command: [...pip, "install", "--quiet", ...tools], folder },
      { step: "installs", command: [...pip, "install", "--quiet", itself], folder },
      {
        step: "builds",
        command: [
          ...pip,
          "wheel",
          "--quiet",
          "--no-deps",
          "--no-build-isolation",
          "--wheel-dir",
          join(work, "dist"),
          ".",
        ],
        folder,
      },
    ];
    const tests: PlannedStep = { step: "tests", command: [interpreter, "-m", "pytest", "-q"], folder };
    return {
      program: "python3",
      install: "Install Python 3 with its venv module.",
      steps: runsPytest ? [...steps, tests] : steps,
      without: runsPytest ? {} : { tests: { result: "unknown", detail: why } },
    };
  },
};

interface Project {
  readonly backend: readonly string[];
  readonly extras: readonly string[];
  readonly group: readonly string[];
  /** Of requirements for tests. */
  readonly files: readonly string[];
  readonly runsPytest: boolean;
  readonly why: string;
}

function readProject({ folder, has, read }: Place): Project {
  const toml = tableOf(() => parse(read(within(folder, "pyproject.toml")) ?? ""));
  const optional = tableOf(() => tableOf(() => toml["project"])["optional-dependencies"]);
  const groups = tableOf(() => toml["dependency-groups"]);
  const extras = Object.keys(optional).filter((name) => FOR_TESTS.test(name));
  const group = Object.entries(groups).flatMap(([name, list]) => (FOR_TESTS.test(name) ? requirementsIn(list) : []));
  const required = requirementsIn(tableOf(() => toml["build-system"])["requires"]);
  const files = FILES.filter((name) => has(within(folder, name)));
  const poetry = tableOf(() => tableOf(() => toml["tool"])["poetry"]);
  const inGroups = poetry["group"] !== undefined || poetry["dev-dependencies"] !== undefined;
  const told = [...group, ...extras.flatMap((name) => requirementsIn(optional[name]))];
  const usesPytest =
    told.some((text) => /^pytest(?![\w-])/i.test(text)) ||
    tableOf(() => toml["tool"])["pytest"] !== undefined ||
    ["pytest.ini", "conftest.py", "tests/conftest.py"].some((name) => has(within(folder, name)));
  return {
    backend:
      required.some((one) => /^setuptools\b/.test(one)) || required.length === 0
        ? ["setuptools", ...required, "wheel"]
        : required,
    extras,
    group,
    files,
    runsPytest: usesPytest && !inGroups,
    why: inGroups
      ? "What its tests need is in groups of Poetry, which pip does not install."
      : "Its manifest names no runner of tests that is known here (pytest).",
  };
}

/** Empty for what is no table, and for what can't be read. */
function tableOf(value: () => unknown): Readonly<Record<string, unknown>> {
  try {
    const found = value();
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Requirements alone: what begins with a dash would be an option of pip. */
function requirementsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((one): one is string => typeof one === "string" && /^\w/.test(one)) : [];
}
