/**
 * Our answers beside those that the tests of IBM/jsonsubschema assert: `isSubschema(s1, s2)` is true or false.
 *
 * The tests are Python; the schemas in them are literals, of which Python's own reader makes JSON.
 */
import { spawnSync } from "node:child_process";
import type { Json } from "@freehold/interfaces";
import type { GitSource } from "../git-source.ts";
import type { Tally } from "../tally.ts";
import { judgeContainment } from "./containment.ts";

/** Assignments of literals, and assertions about names that hold one, in the order of a test. */
const READER = `
import ast, json, sys
out = []
def lit(node, env):
    if isinstance(node, ast.Name) and node.id in env: return env[node.id]
    return ast.literal_eval(node)
def walk(body, env, name):
    for st in body:
        if isinstance(st, ast.Assign) and isinstance(st.targets[0], ast.Name):
            key = st.targets[0].id
            try: env[key] = lit(st.value, env)
            except Exception: env.pop(key, None)
        elif isinstance(st, ast.With): walk(st.body, env, name)
        elif isinstance(st, ast.Expr) and isinstance(st.value, ast.Call):
            call = st.value
            says = getattr(call.func, 'attr', '')
            if says not in ('assertTrue', 'assertFalse') or not call.args or not isinstance(call.args[0], ast.Call): continue
            asked = call.args[0]
            if getattr(asked.func, 'id', getattr(asked.func, 'attr', '')) not in ('isSubschema', 'isSubSchema'): continue
            try: out.append([name, lit(asked.args[0], env), lit(asked.args[1], env), says == 'assertTrue'])
            except Exception: pass
for cls in ast.parse(sys.stdin.read()).body:
    if isinstance(cls, ast.ClassDef):
        for fn in cls.body:
            if isinstance(fn, ast.FunctionDef): walk(fn.body, {}, cls.name + '.' + fn.name)
print(json.dumps(out))
`;

export function judgeJsonsubschema(git: GitSource): Tally {
  const files = git.files.filter((file) => /^test\/test_\w+\.py$/.test(file));
  const cases = files.flatMap((file) =>
    assertionsIn(git.read(file) ?? "").map(([name, before, after, holds], index) =>
      judgeContainment(
        `${file.slice("test/".length)}: ${name} (${index})`,
        before,
        after,
        holds ? "compatible" : "breaking",
        "draft-04",
      ),
    ),
  );
  return { suite: "jsonsubschema", cases };
}

function assertionsIn(text: string): readonly (readonly [name: string, before: Json, after: Json, holds: boolean])[] {
  const { stdout, status, stderr } = spawnSync("python3", ["-c", READER], { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`python3 could not read a test: ${stderr}`);
  return JSON.parse(stdout) as ReturnType<typeof assertionsIn>;
}
