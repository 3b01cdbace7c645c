/** A source with a repository and a job in `acme`, for tests that ask every operation for something. */
import type { TestPortfolio } from "./portfolio.ts";

export async function sourceExamples(
  portfolio: TestPortfolio,
): Promise<{ readonly source: string; readonly job: string }> {
  const made = await portfolio.ask({ method: "POST", url: "/api/v1/sources", payload: SOURCE });
  const source = String(made.json().id);
  const acme = await portfolio.store.forOrganisation("acme");
  const seen = { id: "acme/app", url: "https://example.test/acme/app.git", listed: { topics: ["billing"] } };
  await acme.sourceRepositories.see(source, { pass: 1, page: "1" }, [seen]);
  const { id: job } = await acme.jobs.enqueue({ kind: "scan", payload: { repository: "acme/app" } });
  await acme.jobs.cancel(job);
  return { source, job };
}

export const SOURCE = {
  kind: "github",
  url: "https://github.example/acme",
  credential: { kind: "token", token: "ghp_a-secret-of-acme" },
  hookSecret: "a secret for webhooks",
};
