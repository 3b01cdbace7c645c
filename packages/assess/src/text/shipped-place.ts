/** Whether a file is part of what users get: no test, fixture, script of the build, or configuration of a tool. */

const FOLDER =
  /(?:^|\/)(?:tests?|__tests__|e2e|specs?|fixtures?|__fixtures__|mocks?|__mocks__|testdata|scripts?|tools?|bench(?:mark)?s?|examples?|evals?)\//i;
const FILE =
  /\.(?:config|test|spec|bench|stories)\.[cm]?[jt]sx?$|(?:^|\/)(?:build|gulpfile|gruntfile|rollup|webpack|esbuild|vite|vitest|jest|karma|conftest|setup)(?:[.-][\w-]+)*\.[cm]?[jt]sx?$|_test\.go$|(?:^|\/)conftest\.py$/i;

export function isShippedPlace(path: string): boolean {
  return !FOLDER.test(path) && !FILE.test(path);
}
