/** Which files of a unit are its product: not tests, examples, documentation, what others wrote or a build made. */

const ASIDE =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|__fixtures__|spec|specs|e2e|examples?|fixtures?|testdata|test-data|docs?|benchmarks?|bench|vendor|third_party|node_modules|dist|target|\.[^/]+)\//;
const NAMED_ASIDE =
  /(?:[._-](?:test|tests|spec|stories|bench)\.[^/.]+|_test\.go|(?:^|\/)test_[^/]*\.py|(?:^|\/)conftest\.py|\.d\.[cm]?ts|\.min\.js)$/;

/** By the path below the unit's folder: a whole unit may well stand in a folder called `examples`. */
export function isProductSource(path: string, folder: string): boolean {
  const inside = folder === "" ? path : path.slice(folder.length + 1);
  return !ASIDE.test(inside) && !NAMED_ASIDE.test(inside);
}
