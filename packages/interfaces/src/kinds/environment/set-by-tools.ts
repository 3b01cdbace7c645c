/**
 * Variables that the tool which runs a program sets for it, or that what it runs on reads by itself, by their own
 * documentation: whoever runs the program that way need not set them, so that demanding one is a demand on some only;
 * and whether the program reads it as well changes little.
 */

interface Tool {
  readonly name: string;
  readonly sets: RegExp;
}

const TOOLS: readonly Tool[] = [
  // https://doc.rust-lang.org/cargo/reference/environment-variables.html
  { name: "Cargo", sets: /^CARGO(?:$|_MANIFEST_|_PKG_|_BIN_|_CRATE_NAME$|_PRIMARY_PACKAGE$)/ },
  // https://doc.rust-lang.org/std/backtrace/index.html
  { name: "Rust's library", sets: /^RUST_(?:LIB_)?BACKTRACE$/ },
  // https://nodejs.org/api/cli.html#environment-variables
  { name: "Node.js", sets: /^NODE_(?:OPTIONS|DEBUG|EXTRA_CA_CERTS|PATH|TLS_REJECT_UNAUTHORIZED|NO_WARNINGS)$/ },
  // https://docs.python.org/3/using/cmdline.html#environment-variables
  { name: "Python", sets: /^PYTHON[A-Z]/ },
  // https://pkg.go.dev/runtime#hdr-Environment_Variables
  { name: "Go's runtime", sets: /^GO(?:GC|MAXPROCS|MEMLIMIT|DEBUG|TRACEBACK)$/ },
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
