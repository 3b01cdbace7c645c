/**
 * The documents that schemas live in: bases, anchors and references, all resolved from given texts.
 *
 * A schema is known by its JSON object; the same object always has the same base and dialect.
 */
import type { Json } from "../kind.ts";
import { detectDraft, dialectOf } from "./dialect.ts";
import type { Dialect, Draft } from "./dialect.ts";
import { isList, isRecord, own } from "./json.ts";
import type { JsonRecord } from "./json.ts";

/** Where a schema stands; `base` is the address that its relative references start from. */
export interface Located {
  readonly schema: Json;
  readonly base: string;
  readonly dialect: Dialect;
}

export interface Schemas {
  /** Distinguishes two revisions of the same documents. */
  readonly name: string;
  readonly roots: Map<string, Located>;
  /** `<base>#<anchor>` to schema. */
  readonly anchors: Map<string, Located>;
  readonly dynamicAnchors: Map<string, Located[]>;
  readonly places: WeakMap<object, Located>;
  /** Text of a document that was not given at the start, or undefined. */
  readonly load: (uri: string) => Json | undefined;
}

/** Keywords whose values are data, in which `$id` and `$ref` mean nothing. */
const DATA = new Set(["enum", "const", "default", "example", "examples"]);

/** Keywords whose values are maps from names to schemas; a name is no keyword. */
export const MAPS: ReadonlySet<string> = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
  "dependencies",
]);

let serial = 0;

export function openSchemas(load: (uri: string) => Json | undefined = () => undefined): Schemas {
  serial++;
  return {
    name: String(serial),
    roots: new Map(),
    anchors: new Map(),
    dynamicAnchors: new Map(),
    places: new WeakMap(),
    load,
  };
}

/** Adds a document; its draft is the one given, else what `$schema` says, else 2020-12. */
export function addDocument(schemas: Schemas, uri: string, document: Json, draft?: Draft): Located {
  const dialect = dialectOf(draft ?? detectDraft(document) ?? "2020-12");
  const root: Located = { schema: document, base: uri, dialect };
  schemas.roots.set(uri, root);
  index(schemas, document, root, 0);
  return locate(schemas, document, root);
}

function index(schemas: Schemas, value: Json, within: Located, depth: number): void {
  if (depth > 200) return;
  if (isList(value)) {
    for (const item of value) index(schemas, item, within, depth + 1);
  } else if (isRecord(value)) {
    const place = register(schemas, value, within);
    for (const key of Object.keys(value)) indexKeyword(schemas, key, value[key] ?? null, place, depth + 1);
  }
}

function indexKeyword(schemas: Schemas, key: string, value: Json, place: Located, depth: number): void {
  if (DATA.has(key)) return;
  if (!MAPS.has(key) || !isRecord(value)) index(schemas, value, place, depth);
  else for (const name of Object.keys(value)) index(schemas, value[name] ?? null, place, depth + 1);
}

function register(schemas: Schemas, schema: JsonRecord, within: Located): Located {
  let { base, dialect } = within;
  const draft = detectDraft(schema);
  if (draft !== undefined && mayChangeDraft(within)) dialect = dialectOf(draft);
  const id = own(schema, dialect.idKey);
  const ignored = !dialect.refSiblings && typeof own(schema, "$ref") === "string";
  if (typeof id === "string" && !ignored) {
    if (id.startsWith("#")) schemas.anchors.set(`${base}${id}`, { schema, base, dialect });
    else base = withoutFragment(resolveUri(id, base));
  }
  const place: Located = { schema, base, dialect };
  if (base !== within.base) schemas.roots.set(base, place);
  for (const key of ["$anchor", "$dynamicAnchor"]) {
    const anchor = own(schema, key);
    if (typeof anchor === "string") schemas.anchors.set(`${base}#${anchor}`, place);
  }
  const dynamic = own(schema, "$dynamicAnchor");
  if (typeof dynamic === "string") addDynamic(schemas, dynamic, place);
  if (own(schema, "$recursiveAnchor") === true) addDynamic(schemas, "", place);
  schemas.places.set(schema, place);
  return place;
}

/** A `$schema` deep inside an OpenAPI 2 or 3.0 document means nothing. */
function mayChangeDraft(within: Located): boolean {
  return !within.dialect.nullable;
}

function addDynamic(schemas: Schemas, anchor: string, place: Located): void {
  const known = schemas.dynamicAnchors.get(anchor) ?? [];
  known.push(place);
  schemas.dynamicAnchors.set(anchor, known);
}

/** The place of a subschema; `parent` stands in for booleans, which have no identity. */
export function locate(schemas: Schemas, schema: Json, parent: Located): Located {
  const known = isRecord(schema) ? schemas.places.get(schema) : undefined;
  return known ?? { schema, base: parent.base, dialect: parent.dialect };
}

/** What a reference points to, or undefined where no document that we have holds it. */
export function resolveReference(schemas: Schemas, reference: string, from: Located): Located | undefined {
  const uri = resolveUri(reference, from.base);
  const hash = uri.indexOf("#");
  const document = hash < 0 ? uri : uri.slice(0, hash);
  const fragment = decode(hash < 0 ? "" : uri.slice(hash + 1));
  const root = rootOf(schemas, document, from);
  if (root === undefined) return undefined;
  if (fragment === "") return root;
  if (!fragment.startsWith("/")) return schemas.anchors.get(`${document}#${fragment}`);
  return follow(schemas, root, fragment);
}

function rootOf(schemas: Schemas, document: string, from: Located): Located | undefined {
  const known = schemas.roots.get(document);
  if (known !== undefined) return known;
  const loaded = schemas.load(document);
  return loaded === undefined ? undefined : addDocument(schemas, document, loaded, loadedDraft(loaded, from));
}

function loadedDraft(loaded: Json, from: Located): Draft {
  return (from.dialect.nullable ? undefined : detectDraft(loaded)) ?? from.dialect.draft;
}

function follow(schemas: Schemas, root: Located, pointer: string): Located | undefined {
  let place = root;
  for (const token of pointer.split("/").slice(1)) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = step(place.schema, key);
    if (next === undefined) return undefined;
    place = locate(schemas, next, place);
  }
  return place;
}

function step(value: Json, key: string): Json | undefined {
  if (isRecord(value)) return own(value, key);
  return isList(value) && /^\d+$/.test(key) ? value[Number(key)] : undefined;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function withoutFragment(uri: string): string {
  const hash = uri.indexOf("#");
  return hash < 0 ? uri : uri.slice(0, hash);
}

/** A base for documents that have none of their own, so that relative references work as paths. */
const NOWHERE = "place:/";

/** Resolves a reference as addresses do; relative bases stay relative. */
export function resolveUri(reference: string, base: string): string {
  if (reference.startsWith("#")) return base + reference;
  try {
    const url = new URL(reference, new URL(base, NOWHERE)).href;
    return url.startsWith(NOWHERE) ? decodePath(url.slice(NOWHERE.length)) : url;
  } catch {
    return reference;
  }
}

function decodePath(path: string): string {
  const hash = path.indexOf("#");
  return hash < 0 ? decode(path) : decode(path.slice(0, hash)) + path.slice(hash);
}
