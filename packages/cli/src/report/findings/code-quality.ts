/** Findings as GitLab's code quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import { createHash } from "node:crypto";

export interface CodeQualityResult {
  readonly rule: string;
  readonly severity: "info" | "minor" | "major" | "critical";
  readonly message: string;
  readonly path: string;
  readonly line?: number | undefined;
  readonly fingerprint: string;
}

export function codeQuality(results: readonly CodeQualityResult[]): unknown {
  return results.map(({ rule, severity, message, path, line, fingerprint }) => ({
    description: message,
    check_name: rule,
    fingerprint: createHash("sha256").update(`${rule} ${path} ${fingerprint}`).digest("hex"),
    severity,
    location: { path, lines: { begin: line ?? 1 } },
  }));
}
