/** How large a product is, in files and bytes by language, and which of its files are tests and examples. */
import type { SizeFacts } from "@freehold/model";
import type { TreeFile } from "@freehold/repository";
import { conventionalRole } from "../roles.ts";
import { languageOf } from "./language-of.ts";

const TEST_FILE =
  /(?:^|[._-])(?:test|tests|spec|e2e)\.[a-z]+$|^test_.+\.py$|_test\.[a-z]+$|Tests?\.(?:java|kt|cs|swift)$/;

interface Sum {
  files: number;
  bytes: number;
  sourceFiles: number;
  sourceBytes: number;
  testFiles: number;
  exampleFiles: number;
  firstTest?: string;
  firstExample?: string;
}

export function sizeOf(files: readonly TreeFile[]): SizeFacts {
  const sum: Sum = { files: 0, bytes: 0, sourceFiles: 0, sourceBytes: 0, testFiles: 0, exampleFiles: 0 };
  const languages = new Map<string, number>();
  const sources: { path: string; bytes: number }[] = [];
  for (const { path, size = 0, mode } of files) {
    if (mode === "submodule" || mode === "symlink") continue;
    sum.files++;
    sum.bytes += size;
    const language = languageOf(path);
    if (language === undefined) continue;
    const use = useOf(path);
    if (use === "test") {
      sum.testFiles++;
      sum.firstTest ??= path;
    } else if (use === "example") {
      sum.exampleFiles++;
      sum.firstExample ??= path;
    } else if (use === "source") {
      sum.sourceFiles++;
      sum.sourceBytes += size;
      languages.set(language, (languages.get(language) ?? 0) + size);
      sources.push({ path, bytes: size });
    }
  }
  return {
    ...sum,
    languages: Object.fromEntries([...languages].sort((a, b) => b[1] - a[1])),
    largest: sources.sort((a, b) => b.bytes - a.bytes).slice(0, 3),
  };
}

/** By the convention of its name; what lies in a folder of tests is one too. */
export function isTestFile(path: string): boolean {
  return TEST_FILE.test(path.slice(path.lastIndexOf("/") + 1));
}

/** `other`: generated, vendored, or data for tests. */
function useOf(path: string): "source" | "test" | "example" | "other" {
  if (isTestFile(path)) return "test";
  const role = conventionalRole(path)?.role;
  if (role === undefined) return "source";
  return role === "test" || role === "example" ? role : "other";
}
