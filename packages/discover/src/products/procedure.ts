/** Whether a repository is procedure and not code: documents, workflows and templates by their bytes. */
import type { Evidence } from "@freehold/model";
import type { RepositoryFacts } from "./input.ts";
import { baseName } from "./paths.ts";

const PROCEDURE_SHARE = 0.8;
const DOCUMENT = /\.(?:md|mdx|rst|adoc|asciidoc|txt|org|tex|docx?|odt|pdf|pptx?)$/i;
const WORKFLOW = /(?:^|\/)(?:\.github|\.gitlab|\.circleci)\/|(?:^|\/)(?:issue_template|pull_request_template)/i;
const TEMPLATE = /\.(?:tmpl|tpl|hbs|mustache|j2|ejs)$/i;
/** Neither procedure nor code: pictures, data and what tools write. */
const NEUTRAL =
  /\.(?:png|jpe?g|gif|svg|ico|webp|woff2?|ttf|mp4|lock|map|snap|ya?ml|json|toml|ini|csv|xml)$|(?:^|\/)(?:licen[cs]e|copying|notice|package-lock\.json)/i;

/** The reason why, or undefined when it is code. */
export function findProcedure({ files, repository }: RepositoryFacts): Evidence | undefined {
  const bytes = { documents: 0, workflows: 0, templates: 0, other: 0 };
  for (const { path, size = 0 } of files) {
    if (NEUTRAL.test(baseName(path)) && !WORKFLOW.test(path)) continue;
    if (DOCUMENT.test(path)) bytes.documents += size;
    else if (WORKFLOW.test(path)) bytes.workflows += size;
    else if (TEMPLATE.test(path)) bytes.templates += size;
    else bytes.other += size;
  }
  const procedure = bytes.documents + bytes.workflows + bytes.templates;
  const total = procedure + bytes.other;
  if (total === 0 || procedure < total * PROCEDURE_SHARE) return undefined;
  const share = (part: number) => `${Math.round((part / total) * 100)} %`;
  const detail = `of the bytes ${share(bytes.documents)} are documents, ${share(bytes.workflows)} workflows, ${share(bytes.templates)} templates`;
  return { rule: "products.procedure", repository, detail };
}
