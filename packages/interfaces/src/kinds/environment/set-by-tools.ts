/**
 * Variables that the tool which runs a program sets for it, by the tool's own documentation: whoever runs the
 * program that way need not set them, so that demanding one is a demand on some only.
 */

interface Tool {
  readonly name: string;
  readonly sets: RegExp;
}

const TOOLS: readonly Tool[] = [
  // https://doc.rust-lang.org/cargo/reference/environment-variables.html
  { name: "Cargo", sets: /^CARGO(?:$|_MANIFEST_|_PKG_|_BIN_|_CRATE_NAME$|_PRIMARY_PACKAGE$)/ },
  // https://docs.npmjs.com/cli/using-npm/scripts#environment
  { name: "npm", sets: /^(?:npm_|INIT_CWD$)/ },
  // https://docs.github.com/en/actions/reference/workflows-and-actions/variables; the token has to be handed on.
  { name: "GitHub Actions", sets: /^(?:GITHUB_(?!TOKEN$)|RUNNER_|ACTIONS_)/ },
  // https://docs.gitlab.com/ci/variables/predefined_variables/
  { name: "GitLab CI", sets: /^(?:GITLAB_CI$|CI_)/ },
  // https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
  { name: "Kubernetes", sets: /^KUBERNETES_SERVICE_/ },
];

/** The tool that sets a variable for what it runs. */
export function toolThatSets(variable: string): string | undefined {
  return TOOLS.find(({ sets }) => sets.test(variable))?.name;
}
