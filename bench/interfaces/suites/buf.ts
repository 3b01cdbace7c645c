/**
 * Our findings beside those that buf's own tests of its breaking rules expect, on its own pairs of files.
 *
 * One case for each file of a test and each rule expected in it: some finding of ours that means the same
 * must break there. A file in which the test expects nothing is a compatible case, judged only by findings
 * that mean a rule which the test runs: the others are not looked at by the test, either.
 */
import { posix } from "node:path";
import type { Change, Place, ShapedElement } from "@freehold/interfaces";
import { interfaceKind } from "@freehold/interfaces/kinds";
import type { GitSource } from "../git-source.ts";
import { classOf, type Judged, sayings, type Tally } from "../tally.ts";

const ROOT = "private/bufpkg/bufcheck";
const DATA = `${ROOT}/testdata/breaking`;

interface Expected {
  readonly file: string;
  readonly rule: string;
}

interface BufTest {
  readonly folder: string;
  readonly expected: readonly Expected[];
}

export function judgeBuf(git: GitSource): Tally {
  const cases = testsIn(git.read(`${ROOT}/breaking_test.go`) ?? "").flatMap((test) => judge(git, test));
  return { suite: "buf", cases };
}

/** Tests with plug-ins of their own check rules that are not buf's. */
function testsIn(text: string): BufTest[] {
  const calls = [...text.matchAll(/\ttestBreaking\(\s*t,\s*"([^"]+)",?([^]*?)\n\t\)/g)];
  return calls.flatMap(([, folder = "", body = ""]) => {
    if (/WithPluginName|WithPolicyName/.test(body)) return [];
    const placed = body.matchAll(/NewFileAnnotation(?:NoLocation)?\(\s*t,\s*"([^"]+)",[^"]*"([A-Z_\d]+)"/g);
    const anywhere = body.matchAll(/NewFileAnnotationNoLocationOrPath\(\s*t,()\s*"([A-Z_\d]+)"/g);
    const expected = [...placed, ...anywhere].map(([, file = "", rule = ""]) => ({ file, rule }));
    return [{ folder, expected }];
  });
}

function judge(git: GitSource, { folder, expected }: BufTest): Judged[] {
  const young = elementsOf(git, "current", folder);
  const after = new Map(young.map(({ id, evidence }) => [id, evidence.path ?? ""]));
  const changes = interfaceKind("protobuf")?.compare(elementsOf(git, "previous", folder), young) ?? [];
  const rules = rulesOf(git, folder);
  const files = new Set([...protosOf(git, "previous", folder), ...protosOf(git, "current", folder)]);
  const distinct = new Map(expected.map((one) => [`${one.file} ${one.rule}`, one]));
  const judged = [...distinct.values()].map(({ file, rule }): Judged => {
    const here = changes.filter((change) => means(change, rule) && (file === "" || isIn(change, file, after)));
    const shown = here.length > 0 ? here : changes.filter((change) => file === "" || isIn(change, file, after));
    return {
      name: `${folder}/${file} ${rule}`,
      label: "breaking",
      ours: classOf(here),
      said: sayings(shown).slice(0, 6),
    };
  });
  const named = new Set(expected.map(({ file }) => file));
  // A finding without a place may be about any file.
  const quiet = named.has("") ? [] : [...files].filter((file) => !named.has(file));
  return [
    ...judged,
    ...quiet.map((file): Judged => {
      const here = changes.filter(
        (change) => placeOf(change, after) === file && rules.some((rule) => means(change, rule)),
      );
      return {
        name: `${folder}/${file} (nothing expected)`,
        label: "compatible",
        ours: classOf(here),
        said: sayings(here).slice(0, 6),
      };
    }),
  ];
}

/** Some tests have their module in a folder `root`, on one side or both. */
function rootIn(git: GitSource, side: string, folder: string): string {
  const base = `${DATA}/${side}/${folder}/`;
  return git.files.some((file) => file.startsWith(`${base}root/`)) ? `${base}root/` : base;
}

function protosOf(git: GitSource, side: string, folder: string): readonly string[] {
  const prefix = rootIn(git, side, folder);
  return git.files
    .filter((file) => file.startsWith(prefix) && file.endsWith(".proto"))
    .map((file) => file.slice(prefix.length));
}

function elementsOf(git: GitSource, side: string, folder: string): readonly ShapedElement[] {
  const paths = protosOf(git, side, folder);
  const read = (path: string) => git.read(`${rootIn(git, side, folder)}${path}`);
  const place: Place = { folder: "", paths, read };
  const kind = interfaceKind("protobuf");
  return (
    kind?.extract(
      kind.find(place).map((path) => ({ path, text: read(path) ?? "" })),
      place,
    ).elements ?? []
  );
}

/** The rules that the test's configuration switches on. */
function rulesOf(git: GitSource, folder: string): readonly string[] {
  const text = git.read(posix.join(DATA, "current", folder, "buf.yaml")) ?? "";
  return [...text.matchAll(/^\s*-\s+([A-Z_\d]+)\s*$/gm)].map(([, rule = ""]) => rule);
}

/** Where it was, where it is, or where what it lay in is now. */
function isIn({ old, new: young, element }: Change, file: string, after: ReadonlyMap<string, string>): boolean {
  const owner = element.slice(0, element.lastIndexOf("."));
  return [old?.evidence.path, young?.evidence.path, after.get(owner), after.get(element)].includes(file);
}

/** The one file that a finding is about, where it must not be held against two. */
function placeOf({ old, new: young, element }: Change, after: ReadonlyMap<string, string>): string | undefined {
  const owner = after.get(element.slice(0, element.lastIndexOf(".")));
  return young?.evidence.path ?? owner ?? old?.evidence.path;
}

/** Which of our rules say what a rule of buf says. */
const MEANS: readonly (readonly [theirs: RegExp, ours: RegExp])[] = [
  [
    /^(?:PACKAGE_)?ENUM_NO_DELETE$|^(?:PACKAGE_)?MESSAGE_NO_DELETE$|^FILE_NO_DELETE$|^PACKAGE_NO_DELETE$/,
    /^(?:enum|message|service)-removed$/,
  ],
  [/^(?:PACKAGE_)?SERVICE_NO_DELETE$/, /^service-removed$/],
  [/^(?:PACKAGE_)?EXTENSION_NO_DELETE$/, /^extension-removed$/],
  [/^EXTENSION_MESSAGE_NO_DELETE$/, /^extension-range-removed$/],
  [/^ENUM_VALUE_NO_DELETE/, /^enum-value-(?:removed|renamed|number)$/],
  [/^ENUM_VALUE_SAME_NAME$/, /^enum-value-renamed$/],
  [/^ENUM_SAME_TYPE$/, /^enum-closed$/],
  [/^FIELD_NO_DELETE/, /^field-(?:removed|renamed|number)$/],
  [/^FIELD_SAME_NAME$/, /^field-renamed$/],
  [/^FIELD_SAME_JSON_NAME$/, /^field-json-name$|^field-renamed$/],
  [/^FIELD_SAME_ONEOF$/, /^field-oneof$/],
  [/^FIELD_SAME_DEFAULT$/, /^field-default$/],
  [/^FIELD_(?:SAME|WIRE_COMPATIBLE|WIRE_JSON_COMPATIBLE)_(?:CARDINALITY|LABEL)$/, /^field-(?:cardinality|presence)$/],
  [/^FIELD_(?:SAME|WIRE_COMPATIBLE|WIRE_JSON_COMPATIBLE)_TYPE$/, /^field-type$/],
  [/^FIELD_SAME_(?:CTYPE|CPP_STRING_TYPE|JSTYPE)$/, /^field-option$/],
  [/^FIELD_SAME_UTF8_VALIDATION$/, /^field-utf8$/],
  [/^FIELD_SAME_JAVA_UTF8_VALIDATION$/, /^field-java-utf8$/],
  [/^ONEOF_NO_DELETE$/, /^oneof-removed$|^field-oneof$/],
  [/^RESERVED_(?:ENUM|MESSAGE)_NO_DELETE$/, /^reserved-(?:name|number)-removed$/],
  [/^RPC_NO_DELETE$/, /^rpc-removed$/],
  [/^RPC_SAME_REQUEST_TYPE$/, /^rpc-request$/],
  [/^RPC_SAME_RESPONSE_TYPE$/, /^rpc-response$/],
  [/^RPC_SAME_CLIENT_STREAMING$/, /^rpc-request-stream$/],
  [/^RPC_SAME_SERVER_STREAMING$/, /^rpc-response-stream$/],
  [/^RPC_SAME_IDEMPOTENCY_LEVEL$/, /^rpc-idempotency$/],
  [/^MESSAGE_SAME_REQUIRED_FIELDS$/, /^required-field-added$|^field-removed$|^field-cardinality$/],
  [/^MESSAGE_SAME_MESSAGE_SET_WIRE_FORMAT$|^MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR$/, /^message-option$/],
  [/^FILE_SAME_PACKAGE$/, /^file-package$/],
  [/^(?:FILE|PACKAGE)_NO_DELETE$/, /^file-removed$/],
  [/^FILE_SAME_(?!PACKAGE$|SYNTAX$)/, /^file-option$/],
  [/^(?:ENUM|MESSAGE)_SAME_JSON_FORMAT$/, /^json-format$/],
  [/^FILE_SAME_SYNTAX$/, /^file-syntax$/],
];

function means({ rule, aspects = [] }: Change, theirs: string): boolean {
  // Rules about bytes alone, and about bytes and JSON.
  if (theirs.includes("_WIRE_COMPATIBLE_") && !aspects.includes("wire")) return false;
  if (theirs.includes("_WIRE_JSON_COMPATIBLE_") && !aspects.includes("wire") && !aspects.includes("json")) return false;
  const ours = rule.slice(rule.indexOf("/") + 1);
  return MEANS.some(([buf, own]) => buf.test(theirs) && own.test(ours));
}
