/** Generated from `openapi.json` by `npm run generate -w @freehold/client`. Change the API's routes, not this. */
export interface paths { "/api/v1/organisations": { /** The organisation that this request is about; its revision changes with everything in it */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Organisation"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/capabilities": { /** What this server can answer beside what it keeps; the session says what you may do */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { /** Drafts of next steps can be made: the repositories are at hand */
"drafts": boolean;
/** Absent: nothing was named to compare with */
"comparison"?: { "base": string;
"head": string;
"products": number;
"breaking": number;
"unknown": number; }; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/summary": { /** The portfolio in figures, each the length of a list */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Summary"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products": { /** Products, filtered and sorted, a page at a time, with the number of all that match */
get: {
    parameters: { path?: never; query?: { "kind"?: (components["schemas"]["ProductKind"])[];
"provenance"?: (components["schemas"]["Provenance"])[];
/** Empty: none is stated */
"stage"?: ((components["schemas"]["Stage"]) | (""))[];
"hidden"?: boolean;
"owned"?: boolean;
"violating"?: boolean;
/** What is odd about its owner */
"finding"?: "owner-left" | "unknown" | "declared-disagrees";
/** Any of these holds */
"ownership"?: ("owned" | "unowned" | "left" | "disagreement")[];
/** Any of these it has */
"has"?: ("violations" | "problems" | "dependents")[];
/** Stage as declared, else as observed; empty: none is known */
"standing"?: ((components["schemas"]["Stage"]) | (""))[];
/** It is in a steady state; what was not assessed yet is in neither */
"steady"?: boolean;
/** What to do, by where it lies on the plane */
"action"?: ("simplify" | "add-value" | "keep" | "unknown")[];
/** Words, their beginnings, or a piece of a name */
"q"?: string;
/** Id of an owner */
"owner"?: string;
/** Ids of repositories, any of them */
"repository"?: (string)[];
/** Id of the product that they are part of */
"partOf"?: string;
/** Default: name */
"sort"?: "name" | "owner" | "reach" | "dependents" | "dependencies" | "units" | "violations" | "score" | "plane" | "value" | "simplicity";
"descending"?: boolean;
/** Only these, and the id */
"fields"?: ("id" | "slug" | "name" | "kind" | "provenance" | "confidence" | "hidden" | "partOf" | "mission" | "repositories" | "owner" | "ownerFindings" | "units" | "provides" | "dependencies" | "externals" | "dependents" | "reach" | "violations" | "problems" | "stage" | "assessment" | "charter" | "version" | "since" | "gone")[];
/** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": ((components["schemas"]["ListedProduct"]) | (components["schemas"]["SelectedProduct"]))[];
/** All that match */
"total": number;
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}": { /** One product by its id, slug or any alias, with the evidence of what is said of it */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["FoundProduct"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/detail": { /** One product as its page shows it: units, what it provides, links both ways with their uses, findings, people */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "product": components["schemas"]["Product"];
"row": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"hidden"?: boolean;
"partOf"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"mission"?: string;
"repositories": (string)[];
"owner"?: { "kind": "person" | "group";
/** Id of a person of the snapshot, or the name of a group such as `@acme/core` */
"id": string;
"name": string;
"confidence": number;
"provenance": components["schemas"]["Provenance"]; };
"ownerFindings": ("owner-left" | "unknown" | "declared-disagrees")[];
"units": number;
/** Identifiers that its units provide */
"provides": number;
/** Products it relies on directly */
"dependencies": number;
/** Things from outside the portfolio it relies on */
"externals": number;
/** Products that rely on it directly */
"dependents": number;
/** Products that rely on it, directly or through others */
"reach": number;
"violations": number;
"problems": number; };
/** Components and parts of it */
"parts": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; })[];
"units": ({ /** Stable id; survives moves that git shows */
"id": string;
"repository": string;
/** Id of the ecosystem that found it: npm, go, cargo, … */
"ecosystem": string;
"kind": components["schemas"]["UnitKind"];
"role": components["schemas"]["UnitRole"];
"name": string;
/** Its folder, `` for the root of the repository */
"path": string;
/** Path of the manifest that delimits it */
"manifest"?: string;
"version"?: string;
"description"?: string;
/** Meant to be published: not private, or deployable */
"published"?: boolean;
/** Files owned, those of nested units excluded */
"files"?: number;
"bytes"?: number;
/** Bytes of source by language */
"languages"?: { [key: string]: number };
"evidence": (components["schemas"]["Evidence"])[];
"provides": number;
"consumes": number;
/** Elements of its interfaces; absent: they were not read */
"elements"?: number;
"owner"?: { "kind": "person" | "group";
/** Id of a person of the snapshot, or the name of a group such as `@acme/core` */
"id": string;
"name": string;
"confidence": number;
"provenance": components["schemas"]["Provenance"]; }; })[];
"provides": ({ "id": components["schemas"]["Identifier"];
"version"?: string;
"evidence": (components["schemas"]["Evidence"])[];
"unit": { "id": string;
"name": string; };
/** Products that consume this identifier */
"dependents": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; })[]; })[];
"dependencies": ({ "product": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"uses": ({ "id": components["schemas"]["Identifier"];
"scope": components["schemas"]["ConsumeScope"];
/** Version range as the manifest writes it */
"range"?: string;
/** A manifest declares it */
"declared": boolean;
/** Source code imports it */
"imported": boolean;
/** Only installed by whoever asks for it, such as an extra of Python, and nothing in the source needs it */
"optIn"?: boolean;
/** Every import of it is of types only */
"typeOnly"?: boolean;
/** Some import goes past the declared entry */
"bypass"?: boolean;
/** Names imported, sorted, where the language names them */
"symbols"?: (string)[];
/** Where each name is imported, for impact by element */
"symbolUses"?: (components["schemas"]["SymbolUse"])[];
/** Number of import statements */
"uses"?: number;
/** The first few places; `uses` counts them all */
"evidence": (components["schemas"]["Evidence"])[];
"unit": { "id": string;
"name": string; }; })[];
"total": number;
/** Every use is in development or test: nothing that ships relies on it */
"development": boolean; })[];
"externals": ({ "uses": ({ "id": components["schemas"]["Identifier"];
"scope": components["schemas"]["ConsumeScope"];
/** Version range as the manifest writes it */
"range"?: string;
/** A manifest declares it */
"declared": boolean;
/** Source code imports it */
"imported": boolean;
/** Only installed by whoever asks for it, such as an extra of Python, and nothing in the source needs it */
"optIn"?: boolean;
/** Every import of it is of types only */
"typeOnly"?: boolean;
/** Some import goes past the declared entry */
"bypass"?: boolean;
/** Names imported, sorted, where the language names them */
"symbols"?: (string)[];
/** Where each name is imported, for impact by element */
"symbolUses"?: (components["schemas"]["SymbolUse"])[];
/** Number of import statements */
"uses"?: number;
/** The first few places; `uses` counts them all */
"evidence": (components["schemas"]["Evidence"])[];
"unit": { "id": string;
"name": string; }; })[];
"total": number;
/** Every use is in development or test: nothing that ships relies on it */
"development": boolean;
"identifier": string; })[];
"dependents": ({ "product": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"uses": ({ "id": components["schemas"]["Identifier"];
"scope": components["schemas"]["ConsumeScope"];
/** Version range as the manifest writes it */
"range"?: string;
/** A manifest declares it */
"declared": boolean;
/** Source code imports it */
"imported": boolean;
/** Only installed by whoever asks for it, such as an extra of Python, and nothing in the source needs it */
"optIn"?: boolean;
/** Every import of it is of types only */
"typeOnly"?: boolean;
/** Some import goes past the declared entry */
"bypass"?: boolean;
/** Names imported, sorted, where the language names them */
"symbols"?: (string)[];
/** Where each name is imported, for impact by element */
"symbolUses"?: (components["schemas"]["SymbolUse"])[];
/** Number of import statements */
"uses"?: number;
/** The first few places; `uses` counts them all */
"evidence": (components["schemas"]["Evidence"])[];
"unit": { "id": string;
"name": string; }; })[];
"total": number;
/** Every use is in development or test: nothing that ships relies on it */
"development": boolean; })[];
"violations": ({ "rule": "entry-bypassed" | "cycle" | "undeclared-dependency" | "layer" | "private-used" | "scope-overlap" | "unowned-path";
"from"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"to"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"message": string;
"hint": string;
"evidence": (components["schemas"]["Evidence"])[]; })[];
"problems": ({ /** Stable code, `<area>/<problem>`, such as `npm/invalid-json` */
"code": string;
"severity": "error" | "warning" | "info";
/** What is wrong; quotes the input */
"message": string;
/** What would be right, or what to do */
"hint"?: string;
"repository"?: string;
"path"?: string;
"line"?: number;
"column"?: number;
/** Id of the unit, product or person it is about */
"subject"?: string;
"product"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; }; })[];
/** Everybody its ownership names */
"people": ({ "id": string;
"name": string;
/** Logins on code hosts, without `@` */
"logins": (string)[];
"bot": boolean;
"commits": number;
"lastCommit"?: string; })[];
"repositories": ({ /** `host/owner/name` of its remote where it has one, else the name of its folder */
"id": string;
"name": string;
/** Address of its remote, without credentials */
"url"?: string;
/** The commit that was read; absent in an empty repository */
"revision"?: string; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/assessment": { /** One product by its characteristics: each check with its result, evidence and how to mend it; next steps, drift */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "standard": { "name": string;
"version": string; };
/** False: the snapshot is older than the facts that checks look at */
"factsRead": boolean;
"assessment": components["schemas"]["ProductAssessment"];
/** By id of the check */
"notes": { [key: string]: { "looksAt": string;
/** Where the rule comes from */
"source": string;
"limits": ({ "name": string;
"value": number;
"meaning": string; })[]; } }; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/drafts": { /** Drafts of the next steps of one product, each as a patch, and of its drift; where its repository is at hand */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "drafts": ({ "step": string;
/** Paths in the repository of the product that the patch makes or changes */
"files": (string)[];
/** What only a person knows; marked in the files */
"questions": (string)[];
/** A unified diff for `git apply` */
"patch": string; })[];
"drift": ({ "subject": string;
"declared": string;
"observed": string;
"file": string;
"patch": string; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/findings": { /** Violations of its boundaries, and problems in reading it */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "violations": (components["schemas"]["Violation"])[];
"problems": (components["schemas"]["Problem"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/rights": { /** What whoever asks may do about a product, and who decides about it */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ProductRights"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/findings": { /** Boundaries that are not kept, and what could not be read, of the whole portfolio */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string;
/** Default: both, violations first */
"kind"?: "violation" | "problem";
/** Rules of violations, severities of problems */
"rules"?: (string)[];
/** Words that its texts hold, in any order */
"q"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedFinding"])[];
/** Cursor of the next page; absent on the last */
"next"?: string;
/** All that match; absent where words are looked for */
"total"?: number;
/** How many there are of each in all */
"rules": ({ "kind": "violation" | "problem";
/** Rule of violations, severity of problems */
"value": string;
"count": number; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/candidates": { /** Products that were found and that nobody declared or accepted yet, most relied on first */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedProduct"])[];
/** All that match */
"total": number;
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/facets": { /** How many products there are of each kind, stage and so on, of those that match */
get: {
    parameters: { path?: never; query?: { "kind"?: (components["schemas"]["ProductKind"])[];
"provenance"?: (components["schemas"]["Provenance"])[];
/** Empty: none is stated */
"stage"?: ((components["schemas"]["Stage"]) | (""))[];
"hidden"?: boolean;
"owned"?: boolean;
"violating"?: boolean;
/** What is odd about its owner */
"finding"?: "owner-left" | "unknown" | "declared-disagrees";
/** Any of these holds */
"ownership"?: ("owned" | "unowned" | "left" | "disagreement")[];
/** Any of these it has */
"has"?: ("violations" | "problems" | "dependents")[];
/** Stage as declared, else as observed; empty: none is known */
"standing"?: ((components["schemas"]["Stage"]) | (""))[];
/** It is in a steady state; what was not assessed yet is in neither */
"steady"?: boolean;
/** What to do, by where it lies on the plane */
"action"?: ("simplify" | "add-value" | "keep" | "unknown")[];
/** Words, their beginnings, or a piece of a name */
"q"?: string;
/** Id of an owner */
"owner"?: string;
/** Ids of repositories, any of them */
"repository"?: (string)[];
/** Id of the product that they are part of */
"partOf"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Facets"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/facets/repository": { /** Repositories by how many of the matching products they have, the largest fifty */
get: {
    parameters: { path?: never; query?: { "kind"?: (components["schemas"]["ProductKind"])[];
"provenance"?: (components["schemas"]["Provenance"])[];
/** Empty: none is stated */
"stage"?: ((components["schemas"]["Stage"]) | (""))[];
"hidden"?: boolean;
"owned"?: boolean;
"violating"?: boolean;
/** What is odd about its owner */
"finding"?: "owner-left" | "unknown" | "declared-disagrees";
/** Any of these holds */
"ownership"?: ("owned" | "unowned" | "left" | "disagreement")[];
/** Any of these it has */
"has"?: ("violations" | "problems" | "dependents")[];
/** Stage as declared, else as observed; empty: none is known */
"standing"?: ((components["schemas"]["Stage"]) | (""))[];
/** It is in a steady state; what was not assessed yet is in neither */
"steady"?: boolean;
/** What to do, by where it lies on the plane */
"action"?: ("simplify" | "add-value" | "keep" | "unknown")[];
/** Words, their beginnings, or a piece of a name */
"q"?: string;
/** Id of an owner */
"owner"?: string;
/** Id of the product that they are part of */
"partOf"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": ({ "value": string;
"label": string;
"count": number; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/plane": { /** Products by value and simplicity, as points for a picture; as a list: products sorted by plane */
get: {
    parameters: { path?: never; query?: { "kind"?: (components["schemas"]["ProductKind"])[];
"provenance"?: (components["schemas"]["Provenance"])[];
/** Empty: none is stated */
"stage"?: ((components["schemas"]["Stage"]) | (""))[];
"hidden"?: boolean;
"owned"?: boolean;
"violating"?: boolean;
/** What is odd about its owner */
"finding"?: "owner-left" | "unknown" | "declared-disagrees";
/** Any of these holds */
"ownership"?: ("owned" | "unowned" | "left" | "disagreement")[];
/** Any of these it has */
"has"?: ("violations" | "problems" | "dependents")[];
/** Stage as declared, else as observed; empty: none is known */
"standing"?: ((components["schemas"]["Stage"]) | (""))[];
/** It is in a steady state; what was not assessed yet is in neither */
"steady"?: boolean;
/** What to do, by where it lies on the plane */
"action"?: ("simplify" | "add-value" | "keep" | "unknown")[];
/** Words, their beginnings, or a piece of a name */
"q"?: string;
/** Id of an owner */
"owner"?: string;
/** Ids of repositories, any of them */
"repository"?: (string)[];
/** Id of the product that they are part of */
"partOf"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["PlanePoints"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/search": { /** Products by their text, best first: names before missions, paths and owners */
get: {
    parameters: { path?: never; query: { "kind"?: (components["schemas"]["ProductKind"])[];
"provenance"?: (components["schemas"]["Provenance"])[];
/** Empty: none is stated */
"stage"?: ((components["schemas"]["Stage"]) | (""))[];
"hidden"?: boolean;
"owned"?: boolean;
"violating"?: boolean;
/** What is odd about its owner */
"finding"?: "owner-left" | "unknown" | "declared-disagrees";
/** Any of these holds */
"ownership"?: ("owned" | "unowned" | "left" | "disagreement")[];
/** Any of these it has */
"has"?: ("violations" | "problems" | "dependents")[];
/** Stage as declared, else as observed; empty: none is known */
"standing"?: ((components["schemas"]["Stage"]) | (""))[];
/** It is in a steady state; what was not assessed yet is in neither */
"steady"?: boolean;
/** What to do, by where it lies on the plane */
"action"?: ("simplify" | "add-value" | "keep" | "unknown")[];
/** Words, beginnings of words, or a piece of a name of three characters or more */
"q": string;
/** Id of an owner */
"owner"?: string;
/** Ids of repositories, any of them */
"repository"?: (string)[];
/** Id of the product that they are part of */
"partOf"?: string;
/** 1 to 100 */
"limit"?: number; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedProduct"])[];
/** Matches found */
"total": number;
/** There are others beyond what was looked at */
"more": boolean; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/dependencies": { /** Products that it relies on directly */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Link"])[];
/** All that match */
"total": number;
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/dependencies/{dependency}/uses": { /** The evidence of a dependency: what its units consume of the other, and where */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string;
/** Id, slug or alias of the product that is used */
"dependency": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": ({ "id": components["schemas"]["Identifier"];
"scope": components["schemas"]["ConsumeScope"];
/** Version range as the manifest writes it */
"range"?: string;
/** A manifest declares it */
"declared": boolean;
/** Source code imports it */
"imported": boolean;
/** Only installed by whoever asks for it, such as an extra of Python, and nothing in the source needs it */
"optIn"?: boolean;
/** Every import of it is of types only */
"typeOnly"?: boolean;
/** Some import goes past the declared entry */
"bypass"?: boolean;
/** Names imported, sorted, where the language names them */
"symbols"?: (string)[];
/** Where each name is imported, for impact by element */
"symbolUses"?: (components["schemas"]["SymbolUse"])[];
/** Number of import statements */
"uses"?: number;
/** The first few places; `uses` counts them all */
"evidence": (components["schemas"]["Evidence"])[];
"unit": { "id": string;
"name": string; }; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/dependents": { /** Products that rely on it directly */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Link"])[];
/** All that match */
"total": number;
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/reach": { /** Everything that relies on it, directly or through others, nearest first */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": ({ "product": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
/** Edges away */
"distance": number; })[];
/** How many there are in all */
"total": number;
/** There are more than are shown */
"more": boolean; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/neighbourhood": { /** The picture around it: what is near in both directions, with the edges between all of that */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: { /** Edges away */
"depth"?: number;
/** Most products */
"most"?: number; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "nodes": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"];
"owner"?: string;
"repository"?: string;
"reach": number;
"dependents": number;
"dependencies": number;
"violations": number; })[];
"edges": ({ /** Slug of the product that relies on the other */
"from": string;
"to": string;
"uses": number;
/** Every use is in development, build or test */
"development": boolean;
"violation": boolean; })[];
/** Products in the portfolio */
"total": number;
"shown": "all" | "connected" | "most-relied-on" | "neighbourhood"; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/graph": { /** The picture of the portfolio, or of those products that most others rely on; the neighbourhood of one is its own */
get: {
    parameters: { path?: never; query?: { /** Most products */
"most"?: number; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "nodes": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"];
"owner"?: string;
"repository"?: string;
"reach": number;
"dependents": number;
"dependencies": number;
"violations": number; })[];
"edges": ({ /** Slug of the product that relies on the other */
"from": string;
"to": string;
"uses": number;
/** Every use is in development, build or test */
"development": boolean;
"violation": boolean; })[];
/** Products in the portfolio */
"total": number;
"shown": "all" | "connected" | "most-relied-on" | "neighbourhood"; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/path": { /** How one product comes to rely on another: the shortest chain, both ends included */
get: {
    parameters: { path?: never; query: { "from": string;
"to": string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/cycles": { /** Products that rely on each other in circles, largest first */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Cycle"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/units": { /** Its units, by path */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["UnitSummary"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/interfaces": { /** What its units promise, by interface; their elements have an address of their own */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["InterfaceSummary"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/interface": { /** What one product promises, beside what others use of it */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "product": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"units": ({ /** Stable id; survives moves that git shows */
"id": string;
"name": string;
/** Its folder, `` for the root of the repository */
"path": string;
"role": components["schemas"]["UnitRole"];
"version"?: string;
"repository": string;
/** none: nothing that is understood; no-promise: examples and the like promise nothing */
"state": "read" | "none" | "not-read" | "no-promise";
"elements": ({ /** Stable in its interface: independent of file order, lines and formatting */
"id": string;
/** function, class, operation, field, message, input, … */
"kind": string;
"name": string;
/** For people */
"signature"?: string;
"stability": components["schemas"]["Stability"];
/** What its shape is made of: ids of other elements, `<module>#<name>` of other packages; `*` where that has to be inferred */
"shows"?: (string)[];
/** Id of the element that this is another name of; its members are that one's */
"of"?: string;
/** First line of its documentation */
"doc"?: string;
"evidence": components["schemas"]["Evidence"];
/** Kind of the interface that it belongs to */
"interface": string;
/** Its shape is known, so that a change of it is seen */
"shapeKnown": boolean;
/** Code names what it uses of its kind, so that its users can be told */
"useSeen": boolean;
/** Places in `uses`: those that name it, or what it is a member of */
"users": (number)[];
/** Places in `uses`: those that take the whole module, and so may use it */
"perhaps": (number)[]; })[];
/** Places in `uses`: those that name nothing; any element may be theirs */
"whole": (number)[];
/** Places in `uses`: names used that are no element */
"undeclared": (number)[]; })[];
"uses": ({ /** As the exporter calls it; `*` for a whole module */
"symbol"?: string;
/** The module, package or path that the import names */
"from"?: string;
/** Absent: its unit is part of no product */
"product"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"unit": { /** Stable id; survives moves that git shows */
"id": string;
"name": string;
"role": components["schemas"]["UnitRole"];
"repository": string; };
/** It is part of the same product: nobody outside relies on it by this */
"own": boolean;
"scope": components["schemas"]["ConsumeScope"];
"uses": number;
/** The first few; `uses` counts them all */
"places": ({ "path": string;
"line"?: number; })[]; })[];
/** Boundaries of it that others do not keep */
"violations": ({ "rule": "entry-bypassed" | "cycle" | "undeclared-dependency" | "layer" | "private-used" | "scope-overlap" | "unowned-path";
"from"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"to"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"message": string;
"hint": string;
"evidence": (components["schemas"]["Evidence"])[]; })[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/units/{unit}": { /** One unit as the newest snapshot tells of it, evidence included, without its interfaces */
get: {
    parameters: { path: { /** Id of a unit */
"unit": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { /** Stable id; survives moves that git shows */
"id": string;
"repository": string;
/** Id of the ecosystem that found it: npm, go, cargo, … */
"ecosystem": string;
"kind": components["schemas"]["UnitKind"];
"role": components["schemas"]["UnitRole"];
"name": string;
/** Its folder, `` for the root of the repository */
"path": string;
/** Path of the manifest that delimits it */
"manifest"?: string;
"version"?: string;
"description"?: string;
/** Meant to be published: not private, or deployable */
"published"?: boolean;
/** Files owned, those of nested units excluded */
"files"?: number;
"bytes"?: number;
/** Bytes of source by language */
"languages"?: { [key: string]: number };
"provides": (components["schemas"]["Provide"])[];
"consumes": (components["schemas"]["Consume"])[];
"ownership"?: components["schemas"]["Ownership"];
"evidence": (components["schemas"]["Evidence"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/units/{unit}/elements": { /** The elements of one interface of a unit, with their signatures and places */
get: {
    parameters: { path: { /** Id of a unit */
"unit": string; }; query: { /** Id of the interface, as the list of interfaces says it */
"interface": string;
/** Kind of the interface: typescript, openapi, … */
"kind": string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Element"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/comparison": { /** What changed in the interfaces since the snapshot or revision that the server was told to compare with */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { /** Those whose interface changed, and those whose version says more or less than that */
"products": (components["schemas"]["ProductDiff"])[];
/** Units that changed in files only, not in their interface */
"unchanged": number;
"problems": (components["schemas"]["Problem"])[];
"base": { /** What was asked for: a revision, or the name of a file */
"label": string;
"revision"?: string;
/** When the snapshot was made */
"createdAt"?: string; };
"head": { /** What was asked for: a revision, or the name of a file */
"label": string;
"revision"?: string;
/** When the snapshot was made */
"createdAt"?: string; };
/** sources: by the rules of each kind; shapes: snapshots say that a shape changed, and not how */
"judged": "sources" | "shapes";
/** Slugs that it names and that lead to a product here */
"known": (string)[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/people": { /** People and groups with what they hold; machines that own nothing are left out */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string;
/** owners: own something; without: people of the histories who own nothing; default: all */
"show"?: "owners" | "without" | "groups" | "all";
/** Words that name, id or logins hold */
"q"?: string;
/** Default: id */
"sort"?: "id" | "name" | "owns" | "stewards" | "founded" | "commits" | "last";
"descending"?: boolean; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedPerson"])[];
/** All that match */
"total": number;
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/people/{person}": { /** One person, with why these names and addresses are one */
get: {
    parameters: { path: { /** Id of a person */
"person": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Person"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/groups": { /** Groups that own something or that somebody made, by id, with how many people and products */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedGroup"])[];
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Makes a group; whoever is in it may decide about the products that it owns */
post: {
    parameters: { path?: never; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": { "id": string;
"name"?: string;
/** Ids of people, or their e-mail addresses */
"members"?: (string)[]; }; }; };
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Group"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/groups/{group}": { /** A group and who is in it */
get: {
    parameters: { path: { /** Id of a group, such as @acme/core */
"group": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Group"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Forgets a group and who is in it; where it owns something it stays named */
delete: {
    parameters: { path: { /** Id of a group, such as @acme/core */
"group": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "removed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/groups/{group}/members": { /** Says who is in a group from now on; for administrators and for whoever is in it */
put: {
    parameters: { path: { /** Id of a group, such as @acme/core */
"group": string; }; query?: never; header?: { /** Entity tag, or version in quotes, that the change is for */
"If-Match"?: string;
/** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": { /** Ids of people, or their e-mail addresses */
"members": (string)[]; }; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Group"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
412: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/snapshots": { /** Takes a snapshot in, all of it or nothing; the same bytes a second time change nothing */
post: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": unknown;
"application/octet-stream": unknown; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["IngestResult"]; }; };
201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["IngestResult"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
413: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
415: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
422: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Snapshots that were taken in, newest first */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedSnapshot"])[];
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/repositories": { /** Repositories that snapshots speak of, by id */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedRepository"])[];
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/repositories/{repository}": { /** One repository as the newest snapshot of it tells */
get: {
    parameters: { path: { /** Id of a repository */
"repository": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["ListedRepository"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/uploads": { /** Begins to send a snapshot in parts, so that after a break only the rest is sent again */
post: {
    parameters: { path?: never; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": { "id": string;
/** Most bytes of one part */
"partBytes": number; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/uploads/{upload}": { /** Which parts of an upload have arrived */
get: {
    parameters: { path: { /** Id of an upload */
"upload": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Upload"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Forgets an upload and its parts; one that is not there is forgotten already */
delete: {
    parameters: { path: { /** Id of an upload */
"upload": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "removed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/uploads/{upload}/parts/{part}": { /** Sends one part, numbered from 0; the same part again is fine */
put: {
    parameters: { path: { /** Id of an upload */
"upload": string;
"part": number; }; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": unknown;
"application/octet-stream": unknown; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "upload": string;
"part": number;
"bytes": number; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
413: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
415: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
422: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/uploads/{upload}/snapshot": { /** Takes in the snapshot whose parts have all arrived, and forgets the upload */
post: {
    parameters: { path: { /** Id of an upload */
"upload": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["IngestResult"]; }; };
201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["IngestResult"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
422: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/corrections": { /** Accepts, dismisses, renames, edits, claims, merges or splits; no later snapshot changes that again */
post: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag, or version in quotes, that the change is for */
"If-Match"?: string;
/** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": components["schemas"]["Correction"]; }; };
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Corrected"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
412: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
422: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/corrections": { /** What people corrected, newest first, at most 500; taken back ones too */
get: {
    parameters: { path?: never; query?: { /** Only of this product */
"product"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["ListedCorrection"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/corrections/{correction}": { /** Takes a correction back: what snapshots say shows through again */
delete: {
    parameters: { path: { "correction": number; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "revision": number; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/suggestions": { /** Edits that the charter in git contradicts: git wins, the edit waits here to be committed; at most 500 */
get: {
    parameters: { path?: never; query?: { "product"?: string;
"state"?: "open" | "adopted" | "withdrawn"; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Suggestion"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/suggested-commit": { /** All that waits for the charter of one product, as a patch that `git apply` takes in its repository */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SuggestedCommit"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/changes": { /** What changed, by whom, from what to what, newest first: the feed and the audit log */
get: {
    parameters: { path?: never; query?: { /** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string;
/** Only what came after this revision */
"since"?: number;
/** Only what happened to this product */
"product"?: string;
/** Only what this person or token did */
"actor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Change"])[];
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/feed.atom": { /** What happened to a product, for feed readers; those know Basic: any name, the token as password */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/atom+xml": string; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/feed.json": { /** The same as JSON Feed 1.1 */
get: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/feed+json": string; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/organisations/{organisation}/events": { /** What happens, as it happens: server-sent events, taken up again where they broke off */
get: {
    parameters: { path: { /** Id of the organisation, the one of who asks */
"organisation": string; }; query?: { /** Begin after this revision; default: now. `Last-Event-ID` goes before it */
"after"?: number; }; header?: { /** Id of the last event that arrived; what came after it is sent */
"Last-Event-ID"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "text/event-stream": components["schemas"]["Event"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/products/{product}/subscription": { /** Tells you by e-mail what happens to the product, at once or once a day */
put: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": { /** `now`: a mail for every change; `daily`: one a day, if there is something */
"mode": "now" | "daily"; }; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Subscription"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Tells you no more by e-mail what happens to the product */
delete: {
    parameters: { path: { /** Id, slug or alias (a package URL, a path) of a product */
"product": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { /** Id of the product */
"removed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/subscriptions": { /** The products that you are told about by e-mail */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Subscription"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/mail": { /** The last hundred e-mails, newest first: to whom, and what became of them; not what they say */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Mail"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/mail/{mail}/replay": { /** Tries again to send an e-mail that was given up */
post: {
    parameters: { path: { /** Id of an e-mail */
"mail": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "replayed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/past/products": { /** The products as they were listed at a time, oldest first */
get: {
    parameters: { path?: never; query: { /** 2026-01-31T12:00:00Z, or 2026-01-31 for the end of that day */
"at": (string);
/** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["PastProduct"])[];
/** All that match */
"total": number;
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/past/products/{id}": { /** All that was known of a product at a time; its id only, as slugs and names change */
get: {
    parameters: { path: { /** Id of a product */
"id": string; }; query: { /** 2026-01-31T12:00:00Z, or 2026-01-31 for the end of that day */
"at": (string); }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Product"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/session": { /** Who asks and what they may, and how people sign in: what a page asks first */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Session"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/join/invitation": { /** What an invitation invites to, by the secret of its link */
post: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": { "secret": string; }; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Invited"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/join": { /** Follows an invitation: the account that is signed in, or a new one, becomes a member */
post: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": { "secret": string;
"name"?: string;
"email"?: string;
"password"?: string; }; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Joined"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sources": { /** Where repositories come from, with how far each is */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Source"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Adds a GitHub organisation, a GitLab group, an address of git or a folder; its repositories are then looked for */
post: {
    parameters: { path?: never; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": components["schemas"]["SourceInput"]; }; };
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SavedSource"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sources/{source}": { /** One source; of its credential only what it is */
get: {
    parameters: { path: { /** Id of a source */
"source": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Source"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Changes a source as a whole; credential and hookSecret stay where they are left out. Its list is then looked at */
put: {
    parameters: { path: { /** Id of a source */
"source": string; }; query?: never; header?: { /** Entity tag, or version in quotes, that the change is for */
"If-Match"?: string;
/** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": components["schemas"]["SourceInput"]; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SavedSource"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
412: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Removes a source with its secrets, and cancels its jobs; what it gave stays in the portfolio */
delete: {
    parameters: { path: { /** Id of a source */
"source": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "id": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sources/{source}/syncs": { /** Looks at the list now, and scans what changed; 200 where a look waits already */
post: {
    parameters: { path: { /** Id of a source */
"source": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sources/{source}/repositories": { /** The repositories of a source, by name, each with what became of its scan */
get: {
    parameters: { path: { /** Id of a source */
"source": string; }; query?: { "state"?: "waiting" | "scanned" | "failing" | "excluded";
/** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["SourceRepository"])[];
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sources/{source}/repositories/{repository}/syncs": { /** Fetches and scans one repository now; 200 where a scan of it waits already */
post: {
    parameters: { path: { /** Id of a source */
"source": string;
/** What the source calls the repository: acme/app */
"repository": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/jobs": { /** What waits, runs, was done and could not be, newest first */
get: {
    parameters: { path?: never; query?: { "state"?: ("queued" | "running" | "done" | "failed" | "dead" | "cancelled")[];
/** Id of a source */
"source"?: string;
"kind"?: "list" | "scan";
/** Most items of the page, 1 to 500; default 50 */
"limit"?: number;
/** `next` of the page before */
"cursor"?: string; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Job"])[];
/** Cursor of the next page; absent on the last */
"next"?: string; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/jobs/{job}": { /** One job: its state, attempts and last error */
get: {
    parameters: { path: { /** Id of a job */
"job": string; }; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Cancels a job that waits or runs; it stays in the list */
delete: {
    parameters: { path: { /** Id of a job */
"job": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/jobs/{job}/retry": { /** Begins a job that failed, was given up or was cancelled anew, at once */
post: {
    parameters: { path: { /** Id of a job */
"job": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["Job"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sessions": { /** Where one is signed in */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["SignedInSession"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Signs oneself out everywhere else */
delete: {
    parameters: { path?: never; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "ended": number; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/sessions/{session}": { /** Signs oneself out somewhere */
delete: {
    parameters: { path: { "session": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "ended": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/tokens": { /** API tokens, without their secrets: one's own, or everybody's for who administers */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Token"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Makes an API token for oneself, which is shown once */
post: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": { "name": string;
"scopes": (components["schemas"]["Right"])[];
/** Until it ends */
"days"?: number; }; }; };
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["MadeToken"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/tokens/{token}": { /** Revokes a token of one's own, or anybody's for who administers; it stops at once */
delete: {
    parameters: { path: { /** Id of a token */
"token": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "revoked": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/members": { /** Members of the organisation and their roles */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Member"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/members/{user}": { /** Gives a member another role; somebody is left to administer */
put: {
    parameters: { path: { /** Id of an account */
"user": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": { "role": components["schemas"]["Role"]; }; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "user": string;
"role": components["schemas"]["Role"]; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Removes a member, whose tokens stop at once; somebody is left to administer */
delete: {
    parameters: { path: { /** Id of an account */
"user": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "removed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/members/{user}/sessions": { /** Signs a member out everywhere, as when a machine was lost */
delete: {
    parameters: { path: { /** Id of an account */
"user": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "ended": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/invitations": { /** Invitations, without the secrets of their links */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Invitation"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Invites somebody by the link that it answers with, which works once */
post: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": { "email": string;
"role"?: components["schemas"]["Role"];
/** Until it ends */
"days"?: number; }; }; };
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["MadeInvitation"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
409: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/invitations/{invitation}": { /** Withdraws an invitation: its link stops */
delete: {
    parameters: { path: { "invitation": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "removed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/webhooks": { /** Webhooks of the organisation, without their secrets */
get: {
    parameters: { path?: never; query?: never; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Webhook"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Sends events to an address from now on, signed by the secret that it answers with */
post: {
    parameters: { path?: never; query?: never; header?: never; cookie?: never };
    requestBody: { content: { "application/json": { /** https, to an address that is public or allowed by the setting webhooks.allow */
"url": string;
/** Types of events, `product.*` for all of a kind; empty: all */
"events"?: (string)[]; }; }; };
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookSecret"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/webhooks/{webhook}": { /** Changes a webhook, or switches it off and on */
put: {
    parameters: { path: { "webhook": string; }; query?: never; header?: { /** Entity tag, or version in quotes, that the change is for */
"If-Match"?: string;
/** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody: { content: { "application/json": { /** https, to an address that is public or allowed by the setting webhooks.allow */
"url": string;
/** Types of events, `product.*` for all of a kind; empty: all */
"events"?: (string)[];
"active": boolean; }; }; };
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["SavedWebhook"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
412: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  };
/** Removes a webhook; what it still waits for is not sent */
delete: {
    parameters: { path: { "webhook": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "removed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/webhooks/{webhook}/secret": { /** A new secret; the one before signs beside it until the next rotation */
post: {
    parameters: { path: { "webhook": string; }; query?: never; header?: never; cookie?: never };
    requestBody?: never;
    responses: { 201: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookSecret"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/webhooks/{webhook}/test": { /** Sends an event of type webhook.test at once, signed as others are, and says what the receiver answered */
post: {
    parameters: { path: { "webhook": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": components["schemas"]["WebhookTest"]; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/webhooks/{webhook}/deliveries": { /** What was sent to a webhook and what became of it, newest first, at most 100; dead: given up */
get: {
    parameters: { path: { "webhook": string; }; query?: { "state"?: "pending" | "done" | "dead"; }; header?: { /** Entity tag that is known */
"If-None-Match"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "items": (components["schemas"]["Delivery"])[]; }; }; };
304: { headers: Record<string, unknown>; content?: never; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; };
"/api/v1/deliveries/{delivery}/replay": { /** Sends a delivery once more, from its first attempt on */
post: {
    parameters: { path: { "delivery": string; }; query?: never; header?: { /** The same request twice is done once and answered twice */
"Idempotency-Key"?: string; }; cookie?: never };
    requestBody?: never;
    responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { "replayed": string; }; }; };
400: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
401: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
403: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
404: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
429: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
500: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; };
503: { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["ProblemDetails"]; }; }; };
  }; }; }
export interface components { schemas: { "Actor": { /** What the audit log calls them: an e-mail address, or the id of a token */
"id": string;
"kind": string;
/** Id of the account */
"user"?: string;
/** That every answer is about; `x-freehold-organisation` names another one */
"organisation": string;
"role"?: components["schemas"]["Role"];
/** That hold everywhere; owners may do more in their product */
"rights": (components["schemas"]["Right"])[];
"organisations": ({ "organisation": string;
"name": string;
"role": components["schemas"]["Role"]; })[]; };
"Change": { "revision": number;
"ordinal": number;
"at": string;
"actor": string;
"actorKind": string;
/** Id of the request that did it */
"request"?: string;
/** What the whole revision was */
"revisionAction": string;
"reason"?: string;
"kind": string;
"subject": string;
/** That it happened to, as it is called now */
"product"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"action": string;
"fields": ({ "field": string;
"before": unknown;
"after": unknown; })[]; };
/** unknown: it could not be judged, and counts as breaking where safety matters */
"ChangeClass": "breaking" | "compatible" | "unknown";
"CharacteristicResult": { "id": string;
"title": string;
/** Weight that passed, of the weight that applies; absent: nothing applies */
"score"?: number;
/** The same, if all that is unknown passed */
"possible"?: number;
"weight": number;
"checks": (components["schemas"]["CheckOutcome"])[]; };
"CheckOutcome": { /** Id of the check, `<characteristic>/<check>` */
"check": string;
"title": string;
"result": components["schemas"]["CheckResult"];
/** What was found, in one sentence, with the figures */
"detail": string;
/** The figure that was compared */
"value"?: number | string | boolean;
/** What it was compared with */
"threshold"?: number | string;
"evidence": (components["schemas"]["Evidence"])[];
/** What to do, of a failed check and of one that can't be told */
"mend"?: string;
/** Id of the next step that mends it */
"step"?: string;
"weight": number;
/** A human statement stands in for the result */
"excused"?: { "by": "exemption" | "makes-no-sense";
"reason": string;
"expires": string;
/** The file that says so */
"path"?: string;
/** What the check itself said */
"instead": components["schemas"]["CheckResult"]; }; };
/** unknown is never a pass, not-applicable never a failure */
"CheckResult": "passed" | "failed" | "not-applicable" | "unknown";
"Consume": { "id": components["schemas"]["Identifier"];
"scope": components["schemas"]["ConsumeScope"];
/** Version range as the manifest writes it */
"range"?: string;
/** A manifest declares it */
"declared": boolean;
/** Source code imports it */
"imported": boolean;
/** Only installed by whoever asks for it, such as an extra of Python, and nothing in the source needs it */
"optIn"?: boolean;
/** Every import of it is of types only */
"typeOnly"?: boolean;
/** Some import goes past the declared entry */
"bypass"?: boolean;
/** Names imported, sorted, where the language names them */
"symbols"?: (string)[];
/** Where each name is imported, for impact by element */
"symbolUses"?: (components["schemas"]["SymbolUse"])[];
/** Number of import statements */
"uses"?: number;
/** The first few places; `uses` counts them all */
"evidence": (components["schemas"]["Evidence"])[]; };
"ConsumeScope": "runtime" | "development" | "peer" | "optional" | "build" | "test";
"Corrected": { /** By which it is taken back */
"correction": number;
"revision": number;
/** Id of the product that a split made */
"made"?: string; };
"Correction": ({ "kind": "accept"; }) | ({ "kind": "dismiss"; }) | ({ "kind": "rename";
"name"?: string;
"slug"?: string; }) | ({ "kind": "edit";
"mission"?: string;
"stage"?: components["schemas"]["Stage"];
"productKind"?: components["schemas"]["ProductKind"]; }) | ({ "kind": "claim";
"owner": { "kind": "person" | "group";
"id": string;
"name": string; };
/** The day on which it is asked again */
"expires"?: string; }) | ({ "kind": "merge";
/** Any name of the product that is left */
"into": string; }) | ({ "kind": "split";
/** Of the new product */
"name": string;
/** Ids of the units that become it */
"units": (string)[]; });
"Credential": ({ "kind": "none"; }) | ({ "kind": "token";
"token": components["schemas"]["SecretValue"];
/** The user name that goes with it, where a git host wants one */
"user"?: string; }) | ({ "kind": "app";
/** Id or client id of the GitHub App */
"app": string;
/** Default: the one of the organisation that is read */
"installation"?: number;
/** In PEM */
"privateKey": components["schemas"]["SecretValue"]; }) | ({ "kind": "key";
/** An OpenSSH private key without a passphrase, such as a deploy key */
"privateKey": components["schemas"]["SecretValue"];
/** Lines of known_hosts for the host; no others are trusted */
"knownHosts": string; });
"Cycle": { "members": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; })[];
/** The few edges without which it is none */
"cuts": ({ "from": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"to": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"weight": number; })[]; };
"Delivery": { "id": string;
"webhook": string;
/** Id of the event: `webhook-id` of the request */
"event": string;
/** Of the event, as long as it is kept */
"type"?: string;
"state": "pending" | "done" | "dead";
"attempts": number;
"at": string;
/** Of the next attempt, while it is pending */
"due": string;
/** What the receiver answered last */
"status"?: number;
"error"?: string; };
"Drift": { /** stage, owner, scope, interfaces, version, … */
"subject": string;
"declared": string;
"observed": string;
"evidence": (components["schemas"]["Evidence"])[];
"mend": string;
/** Absent where only a person can say what is right */
"edit"?: components["schemas"]["DriftEdit"]; };
"DriftEdit": ({ "kind": "charter";
"file": string;
/** As in RFC 6902; `add` goes to the end of a list */
"op": "add" | "remove" | "replace";
/** Keys from the top; of `add` the list's */
"at": ((string) | (number))[];
"value"?: unknown; }) | ({ "kind": "value";
"file": string;
/** Field at the top of the manifest, or of its table about the package */
"key": string;
"from": string;
"to": string; }) | ({ "kind": "append";
"file": string;
/** One line */
"text": string; });
"Element": { /** Stable in its interface: independent of file order, lines and formatting */
"id": string;
/** function, class, operation, field, message, input, … */
"kind": string;
"name": string;
/** For people */
"signature"?: string;
/** Hash of what comparison looks at; absent: shape unknown */
"shape"?: string;
"stability": components["schemas"]["Stability"];
/** What its shape is made of: ids of other elements, `<module>#<name>` of other packages; `*` where that has to be inferred */
"shows"?: (string)[];
/** Id of the element that this is another name of; its members are that one's */
"of"?: string;
/** First line of its documentation */
"doc"?: string;
"evidence": components["schemas"]["Evidence"]; };
"Event": { /** `product.created`, `product.changed`, …; `reset`: more happened than is told, read again what you show */
"type": string;
"revision": number;
/** The same as in webhooks; absent in `reset` */
"id"?: string;
"at"?: string;
/** Id of what it is about */
"subject"?: string;
/** What changed */
"fields"?: (string)[]; };
"Evidence": { /** The rule that read it, `<area>.<rule>`, such as `npm.workspaces` */
"rule": string;
/** Id of the repository; absent: that of the subject */
"repository"?: string;
/** Path in the repository, `/` separated */
"path"?: string;
"line"?: number;
"commit"?: string;
/** What was seen there, in a few words */
"detail"?: string; };
"Facets": { "kind": ({ "value": string;
"count": number; })[];
"provenance": ({ "value": string;
"count": number; })[];
"stage": ({ "value": string;
"count": number; })[];
"hidden": ({ "value": string;
"count": number; })[];
"owned": ({ "value": string;
"count": number; })[];
"violating": ({ "value": string;
"count": number; })[];
"finding": ({ "value": string;
"count": number; })[];
"ownership": ({ "value": string;
"count": number; })[];
"has": ({ "value": string;
"count": number; })[];
/** Stage as declared, else as observed; empty: none is known */
"standing": ({ "value": string;
"count": number; })[];
"steady": ({ "value": string;
"count": number; })[];
"action": ({ "value": string;
"count": number; })[]; };
"FoundProduct": { "row": components["schemas"]["ListedProduct"];
/** What the newest snapshot says, with its evidence; corrections are in the row */
"product": components["schemas"]["Product"];
/** How it was found */
"by": "id" | "slug" | "alias"; };
"Group": { "id": string;
"name": string;
/** How many it owns; which: products?owner=<id> */
"products": number;
/** 0: only named in repositories; nobody said yet who is in it */
"version": number;
"members": (string)[]; };
"Hit": { /** Slug of the product that uses what changed */
"product": string;
"unit": string;
/** Names it imports; empty: it depends on the unit without naming what */
"symbols": (string)[];
"uses": number;
"places": ({ "path": string;
"line"?: number;
"repository"?: string; })[]; };
"Identifier": string;
"IngestResult": { /** SHA-256 of the snapshot */
"snapshot": string;
/** The revision that took it in */
"revision": number;
/** It was taken in before; nothing changed */
"known": boolean;
"units": number;
"products": number;
"changed": { "units": number;
"products": number; }; };
"InterfaceChange": { "rule": string;
"class": components["schemas"]["ChangeClass"];
"effect": "added" | "changed" | "removed";
"element": string;
"message": string;
"before"?: components["schemas"]["Element"];
"after"?: components["schemas"]["Element"];
"aspects"?: (string)[];
/** A value that shows the break */
"witness"?: components["schemas"]["__schema0"];
/** Who uses the element at the head revision */
"hits": (components["schemas"]["Hit"])[];
/** The charter of the product allows it */
"waived"?: { "reason": string;
"expires": string;
"charter": string; }; };
"InterfaceSummary": { "unit": string;
"id": string;
"kind": string;
"elements": number;
"since": number; };
"Invitation": { "id": string;
"email"?: string;
"role": components["schemas"]["Role"];
"expires": string;
"created": string;
"used"?: string; };
"Invited": { /** Its name */
"organisation": string;
/** For whom it is; absent in the one that sets a server up */
"email"?: string;
"role": components["schemas"]["Role"];
"expires": string; };
"Job": { "id": string;
/** list: look at the repositories of a source; scan: fetch one and take it in */
"kind": "list" | "scan";
"source"?: string;
"repository"?: string;
/** failed: the last attempt did, and another waits; dead: there is none */
"state": "queued" | "running" | "done" | "failed" | "dead" | "cancelled";
"attempts": number;
/** Attempts before it is given up */
"most": number;
/** Of one that waits */
"due"?: string;
"created": string;
/** Of the last attempt */
"started"?: string;
"finished"?: string;
"progress"?: unknown;
"result"?: unknown;
/** Of the last attempt that failed */
"error"?: components["schemas"]["JobError"]; };
"JobError": { "code": string;
"message": string;
/** What to do about it */
"hint"?: string;
"at"?: string; };
"Joined": { "organisation": string;
"role": components["schemas"]["Role"]; };
"Link": { "product": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"scopes": (string)[];
/** Import statements, at least one for each thing consumed */
"weight": number;
/** Things consumed */
"links": number;
/** Nothing that ships relies on it */
"development": boolean;
/** The revision from which on it is as it is */
"since": number; };
"ListedCorrection": { "key": number;
"kind": string;
"product"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"payload": unknown;
"actor": string;
"at": string;
"revision": number;
/** The revision that took it back */
"undone"?: number; };
"ListedFinding": ({ "kind": "violation";
"violation": { "rule": "entry-bypassed" | "cycle" | "undeclared-dependency" | "layer" | "private-used" | "scope-overlap" | "unowned-path";
"from"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"to"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"message": string;
"hint": string;
"evidence": (components["schemas"]["Evidence"])[]; }; }) | ({ "kind": "problem";
"problem": { /** Stable code, `<area>/<problem>`, such as `npm/invalid-json` */
"code": string;
"severity": "error" | "warning" | "info";
/** What is wrong; quotes the input */
"message": string;
/** What would be right, or what to do */
"hint"?: string;
"repository"?: string;
"path"?: string;
"line"?: number;
"column"?: number;
/** Id of the unit, product or person it is about */
"subject"?: string;
"product"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; }; }; });
"ListedGroup": { "id": string;
"name": string;
/** How many it owns; which: products?owner=<id> */
"products": number;
/** 0: only named in repositories; nobody said yet who is in it */
"version": number;
"members": number; };
"ListedPerson": { "kind": "person" | "group";
"id": string;
"name": string;
"logins": (string)[];
"bot": boolean;
/** Zero: no history names them */
"commits": number;
"lastCommit"?: string;
/** Listed products that they own, as declared or found */
"owns": number;
"stewards": number;
"founded": number;
/** The first few that they own, widest reach first */
"products": ({ "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; })[]; };
"ListedProduct": { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"hidden"?: boolean;
"partOf"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"mission"?: string;
"repositories": (string)[];
"owner"?: { "kind": "person" | "group";
/** Id of a person of the snapshot, or the name of a group such as `@acme/core` */
"id": string;
"name": string;
"confidence": number;
"provenance": components["schemas"]["Provenance"]; };
"ownerFindings": ("owner-left" | "unknown" | "declared-disagrees")[];
"units": number;
/** Identifiers that its units provide */
"provides": number;
/** Products it relies on directly */
"dependencies": number;
/** Things from outside the portfolio it relies on */
"externals": number;
/** Products that rely on it directly */
"dependents": number;
/** Products that rely on it, directly or through others */
"reach": number;
"violations": number;
"problems": number;
"stage"?: string;
/** In figures; absent: it was not assessed yet, or it is a hidden candidate */
"assessment"?: { "score"?: number;
"possible"?: number;
/** Score of each characteristic that applies */
"characteristics": { [key: string]: number };
/** Id of the characteristic with the lowest score */
"weakest"?: string;
"failed": number;
"unknown": number;
/** Declared, else observed */
"stage"?: components["schemas"]["Stage"];
"observed"?: components["schemas"]["Stage"];
"steady": boolean;
"value"?: number;
"simplicity"?: number;
/** What to do this quarter */
"action": "simplify" | "add-value" | "keep" | "unknown";
/** Subjects in which declared and observed part */
"drift": (string)[];
/** The first thing to do */
"next"?: string; };
/** Path of its charter, where it has one */
"charter"?: string;
/** Raised by every change of the product itself; what `If-Match` names */
"version": number;
/** The revision that last changed it */
"since": number;
/** Why it is in no list any more */
"gone"?: "retired" | "merged" | "dismissed"; };
"ListedRepository": { "info": components["schemas"]["Repository"];
/** The newest snapshot that speaks of it */
"snapshot": string;
"revision": number;
/** How it stands at its source; what it gave stays until a person decides otherwise */
"standing"?: { /** gone: removed, renamed, or not shown to the credential any more */
"state": "archived" | "gone";
/** Id of the source that says so */
"source": string;
/** When it was first missed */
"since"?: string; }; };
"ListedSnapshot": { "id": string;
"revision": number;
/** When the scan ran */
"made": string;
"received": string;
"bytes": number;
"repositories": number;
"units": number;
"products": number;
"generator": unknown; };
"MadeInvitation": { "id": string;
"email"?: string;
"role": components["schemas"]["Role"];
"expires": string;
/** To send on; shown once. A path where no publicUrl is set */
"link": string; };
"MadeToken": { "id": string;
"name": string;
"scopes": (string)[];
"expires": string;
/** Shown once; only its hash is kept */
"token": string; };
"Mail": { "id": string;
"recipient": string;
"kind": string;
"state": "pending" | "done" | "dead";
"attempts": number;
"due": string;
"at": string;
"error"?: string; };
"Member": { "user": string;
"email": string;
"name": string;
"role": components["schemas"]["Role"];
"since": string; };
"NextStep": { /** Id of the step */
"step": string;
/** What to do */
"title": string;
/** What the failed checks found */
"why": (string)[];
"checks": (string)[];
"effort": "minutes" | "hours" | "days" | "weeks";
/** By how much, when every check of it passes */
"raises": ({ "characteristic": string;
"by": number; })[];
/** By how much the whole score rises */
"gain": number;
/** `freehold next --patch` writes a draft of it */
"draft": boolean; };
"Organisation": { "id": string;
"name": string;
/** Number of its newest change */
"revision": number; };
"OwnerRef": { "kind": "person" | "group";
/** Id of a person of the snapshot, or the name of a group such as `@acme/core` */
"id": string;
"name": string; };
"Ownership": { /** Every owner that some file declares */
"declared": ({ "value": components["schemas"]["OwnerRef"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; })[];
/** The answer: the first declared, else the best inferred */
"owner"?: { "value": components["schemas"]["OwnerRef"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; };
/** Who created most of what is there */
"founder"?: { "value": components["schemas"]["OwnerRef"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; };
/** Who looks after it at present */
"steward"?: { "value": components["schemas"]["OwnerRef"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; };
/** The most probable people, best first */
"ranked": (components["schemas"]["RankedOwner"])[];
"regime"?: "founder-owned" | "staffed" | "unknown";
/** Avelino et al. 2016 */
"truckFactor"?: { "value": number;
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; };
"findings": ("owner-left" | "unknown" | "declared-disagrees")[]; };
"PastProduct": { "id": string;
"slug": string;
"name": string;
"kind": string;
"provenance": string;
"stage"?: string;
"mission"?: string;
"owner"?: { "kind": string;
"id": string;
"name": string; };
"dependencies": number;
"dependents": number;
/** The revision that made it what it then was */
"since": number; };
"Person": { "id": string;
"name": string;
"emails": (string)[];
/** Logins on code hosts, without `@` */
"logins": (string)[];
"bot": boolean;
"commits": number;
"firstCommit"?: string;
"lastCommit"?: string;
/** Why these names and addresses are one person */
"evidence": (components["schemas"]["Evidence"])[]; };
"Plane": { "value"?: number;
"simplicity"?: number;
/** Geometric mean of the two; absent where one is not known */
"score"?: number;
"valueTerms": (components["schemas"]["Term"])[];
"simplicityTerms": (components["schemas"]["Term"])[];
/** What to do this quarter */
"action": "simplify" | "add-value" | "keep" | "unknown";
"why": string;
/** The sums, line by line */
"arithmetic": (string)[]; };
"PlanePoints": { "points": ({ "product": string;
"slug": string;
"name": string;
"value": number;
"simplicity": number;
"steady": boolean;
/** What to do this quarter */
"action": "simplify" | "add-value" | "keep" | "unknown"; })[];
/** Products that match and were assessed */
"assessed": number;
/** Of those: how many have a place; beyond the points shown, the widest reach comes first */
"placed": number;
/** From here on in value and simplicity a product is left in peace */
"good": number; };
"Problem": { /** Stable code, `<area>/<problem>`, such as `npm/invalid-json` */
"code": string;
"severity": "error" | "warning" | "info";
/** What is wrong; quotes the input */
"message": string;
/** What would be right, or what to do */
"hint"?: string;
"repository"?: string;
"path"?: string;
"line"?: number;
"column"?: number;
/** Id of the unit, product or person it is about */
"subject"?: string; };
"ProblemDetails": { /** Address of the page that says what to do; stable, to compare with */
"type": string;
"title": string;
"status": number;
"detail": string;
"instance": string;
"errors"?: ({ "in"?: "path" | "query" | "body" | "header";
/** JSON pointer (RFC 6901) into that part */
"pointer": string;
"detail": string;
"code"?: string; })[]; } & Record<string, unknown>;
"Product": { /** Opaque and for life */
"id": string;
/** Readable and unique in the snapshot; may change */
"slug": string;
/** Other names, paths and identifiers it is or was known by */
"aliases": (string)[];
"name": string;
"kind": components["schemas"]["ProductKind"];
/** `inferred` is a candidate: found, not yet claimed */
"provenance": components["schemas"]["Provenance"];
/** A folder without a manifest in a larger unit */
"hidden"?: boolean;
"confidence": number;
/** Id of the product it is a component or part of */
"partOf"?: string;
/** Path of its product.yaml */
"charter"?: string;
"mission"?: { "value": string;
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; };
"stage"?: { "value": components["schemas"]["Stage"];
"provenance": components["schemas"]["Provenance"];
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[];
/** When a confirmed value is asked again */
"expires"?: string; };
"repositories": (string)[];
"units": (string)[];
/** Folders, `<repository>:<path>`; a deeper product owns its own */
"paths": (string)[];
/** Why these units are one product */
"reasons": (components["schemas"]["Evidence"])[];
"ownership": components["schemas"]["Ownership"]; };
"ProductAssessment": { "product": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"];
"score"?: number;
/** The score, if all that is unknown passed */
"possible"?: number;
"characteristics": (components["schemas"]["CharacteristicResult"])[];
"stage": components["schemas"]["StageResult"];
"steadyState": components["schemas"]["SteadyState"];
"plane": components["schemas"]["Plane"];
"drift": (components["schemas"]["Drift"])[];
/** Enough makes no sense for it, so it is something else than a product */
"suggestedKind"?: { "kind": "component" | "process";
"why": string; };
"next": (components["schemas"]["NextStep"])[]; };
"ProductDiff": { "product": { "id": string;
"slug": string;
"name": string; };
"units": (components["schemas"]["UnitDiff"])[];
"added": number;
"changed": number;
"removed": number;
/** Waived ones not counted */
"breaking": number;
"unknown": number;
"waived": number; };
"ProductKind": "product" | "component" | "process";
"ProductRights": { "rights": (components["schemas"]["Right"])[];
/** Who decides, where a charter or a claim says so */
"owner"?: components["schemas"]["OwnerRef"]; };
"Provenance": "declared" | "imported" | "inferred" | "confirmed";
"Provide": { "id": components["schemas"]["Identifier"];
"version"?: string;
"evidence": (components["schemas"]["Evidence"])[]; };
"RankedOwner": { "person": string;
/** Calibrated probability that this person is an owner */
"confidence": number;
"evidence": (components["schemas"]["Evidence"])[]; };
"Repository": { /** `host/owner/name` of its remote where it has one, else the name of its folder */
"id": string;
"name": string;
/** Address of its remote, without credentials */
"url"?: string;
/** The commit that was read; absent in an empty repository */
"revision"?: string;
"branch"?: string;
"committedAt"?: string;
/** Uncommitted files were read too */
"worktree": boolean;
"files": number;
"bytes": number;
/** Commits read */
"commits": number;
"shallow": boolean;
"missingObjects": number; };
"Right": "read" | "ingest" | "correct" | "administer";
"Role": "viewer" | "contributor" | "administrator";
"SavedSource": { "id": string;
"version": number; };
"SavedWebhook": { "id": string;
/** What `If-Match` names */
"version": number; };
"SecretValue": (string) | ({ /** A variable of the server, read when it is needed: FREEHOLD_CREDENTIAL_ACME */
"environment": string; }) | ({ /** A file in the folder of the setting sources.credentials, read when it is needed */
"file": string; });
"SelectedProduct": { "id": string;
"slug"?: string;
"name"?: string;
"kind"?: components["schemas"]["ProductKind"];
"provenance"?: components["schemas"]["Provenance"];
"confidence"?: number;
"hidden"?: boolean;
"partOf"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
"mission"?: string;
"repositories"?: (string)[];
"owner"?: { "kind": "person" | "group";
/** Id of a person of the snapshot, or the name of a group such as `@acme/core` */
"id": string;
"name": string;
"confidence": number;
"provenance": components["schemas"]["Provenance"]; };
"ownerFindings"?: ("owner-left" | "unknown" | "declared-disagrees")[];
"units"?: number;
/** Identifiers that its units provide */
"provides"?: number;
/** Products it relies on directly */
"dependencies"?: number;
/** Things from outside the portfolio it relies on */
"externals"?: number;
/** Products that rely on it directly */
"dependents"?: number;
/** Products that rely on it, directly or through others */
"reach"?: number;
"violations"?: number;
"problems"?: number;
"stage"?: string;
/** In figures; absent: it was not assessed yet, or it is a hidden candidate */
"assessment"?: { "score"?: number;
"possible"?: number;
/** Score of each characteristic that applies */
"characteristics": { [key: string]: number };
/** Id of the characteristic with the lowest score */
"weakest"?: string;
"failed": number;
"unknown": number;
/** Declared, else observed */
"stage"?: components["schemas"]["Stage"];
"observed"?: components["schemas"]["Stage"];
"steady": boolean;
"value"?: number;
"simplicity"?: number;
/** What to do this quarter */
"action": "simplify" | "add-value" | "keep" | "unknown";
/** Subjects in which declared and observed part */
"drift": (string)[];
/** The first thing to do */
"next"?: string; };
/** Path of its charter, where it has one */
"charter"?: string;
/** Raised by every change of the product itself; what `If-Match` names */
"version"?: number;
/** The revision that last changed it */
"since"?: number;
/** Why it is in no list any more */
"gone"?: "retired" | "merged" | "dismissed"; };
"Session": { /** Whether people sign in at all */
"accounts": boolean;
/** Ways of signing in */
"ways": { "password": boolean;
/** Whether a forgotten password can be replaced by a link that is sent by mail */
"reset": boolean;
"github": boolean;
"oidc": boolean; };
/** The account that is signed in, also where it belongs to no organisation */
"account"?: { "email": string;
"name": string; };
/** Who asks; absent: sign in, or ask for an invitation */
"actor"?: components["schemas"]["Actor"]; };
"SignedInSession": { "id": string;
"created": string;
/** When it was last prolonged: at most once a day */
"updated": string;
"expires": string;
"address"?: string;
/** What the browser calls itself */
"agent"?: string;
/** It is the one that asks */
"current": boolean; };
"Source": { "id": string;
"kind": "github" | "gitlab" | "git" | "folder";
"url": string;
"api"?: string;
"include": (string)[];
"exclude": (string)[];
"archived": boolean;
"forks": boolean;
"depth"?: number;
"facts": boolean;
/** Hours */
"every": number;
"active": boolean;
"credential": { "kind": "none" | "token" | "app" | "key";
/** kept, or where it is read: environment FREEHOLD_CREDENTIAL_ACME, file acme.pem */
"from"?: string;
"user"?: string;
"app"?: string;
"installation"?: number; };
"hook": { /** Whether webhooks of the host are taken */
"active": boolean;
/** Where the host is to send them; a path where the server does not know its own address */
"url": string; };
"repositories": { [key: string]: number };
/** When its list is looked at by schedule */
"next"?: string;
/** When its list was seen to the end */
"listed"?: string;
/** Of the last look at its list */
"error"?: components["schemas"]["JobError"];
/** The look at its list that waits or runs */
"job"?: components["schemas"]["Job"];
"version": number; };
"SourceInput": { "kind": "github" | "gitlab" | "git" | "folder";
/** https://github.com/acme, https://gitlab.com/acme/tools, https://example.org/app.git, /srv/repositories */
"url": string;
/** Where a host serves its API, if not at the usual place */
"api"?: string;
/** Only these repositories; none: all */
"include"?: (string)[];
/** Not these */
"exclude"?: (string)[];
/** Archived ones too */
"archived"?: boolean;
/** Forks too */
"forks"?: boolean;
/** Commits of history to fetch; default: all, which owners are found by */
"depth"?: number;
/** Bring what only the host knows: description, topics, how soon issues are answered */
"facts"?: boolean;
/** Hours between two looks at the list */
"every"?: number;
/** Looked at by schedule, and by webhook */
"active"?: boolean;
/** Absent in a change: as it was */
"credential"?: components["schemas"]["Credential"];
/** By which webhooks of the host are known; null: they are not taken. Absent in a change: as it was */
"hookSecret"?: (string) | (null); };
"SourceRepository": { /** What the source calls it: acme/app */
"id": string;
"url": string;
"state": "waiting" | "scanned" | "failing" | "excluded";
/** Why it is not scanned */
"excluded"?: string;
/** That was scanned last */
"commit"?: string;
"scanned"?: string;
/** Since the last scan that worked */
"failures": number;
/** Of the last attempt, with what to do */
"error"?: components["schemas"]["JobError"];
"failed"?: string;
/** When it is scanned next, as far as that is known */
"next"?: string;
/** The scan that waits or runs */
"job"?: components["schemas"]["Job"];
/** What the list of the source says of it */
"listed": { [key: string]: unknown }; };
"Stability": "stable" | "beta" | "internal" | "deprecated";
"Stage": "idea" | "proof-of-concept" | "alpha" | "beta" | "stable" | "mature" | "revenue" | "obsolete";
"StageResult": { "declared"?: components["schemas"]["Stage"];
/** Absent: the evidence tells none */
"observed"?: components["schemas"]["Stage"];
"reasons": ({ "text": string;
"evidence": (components["schemas"]["Evidence"])[]; })[]; };
"SteadyState": { "reached": boolean;
"items": ({ "id": string;
"title": string;
"result": components["schemas"]["CheckResult"];
"detail": string;
"evidence": (components["schemas"]["Evidence"])[];
"mend"?: string; })[]; };
"Subscription": { /** Id of the product */
"product": string;
"email": string;
/** `now`: a mail for every change; `daily`: one a day, if there is something */
"mode": "now" | "daily"; };
"SuggestedCommit": { /** Of the charter in its repository; absent: it has none */
"path"?: string;
/** Fields of the charter that it sets */
"fields": (string)[];
/** Of the charter as it was when it was last scanned; empty: nothing waits */
"patch": string; };
"Suggestion": { "key": number;
"correction": number;
"product"?: { "id": string;
"slug": string;
"name": string;
"kind": components["schemas"]["ProductKind"]; };
/** Field of the charter */
"field": string;
/** What the charter says */
"charter": unknown;
"proposed": unknown;
"state": "open" | "adopted" | "withdrawn";
"revision": number; };
"Summary": { /** Listed, hidden candidates left out */
"products": number;
"kinds": { "product": number;
"component": number;
"process": number; };
/** Candidates inside of products: offered, and counted nowhere else */
"hidden": number;
/** Products whose owner declares them, or that a person confirmed */
"declared": number;
"units": number;
/** People whom histories name, machines not counted */
"people": number;
"unowned": number;
"ownerLeft": number;
"disagreements": number;
"violations": number;
"problems": number;
"repositories": number;
/** The only one, where there is one */
"repository"?: components["schemas"]["Repository"];
/** When the newest snapshot was made */
"scannedAt"?: string;
/** Repositories whose products wait to be assessed again */
"waiting": number; };
"SymbolUse": { /** As the exporter calls it; `*` for a whole module */
"symbol": string;
/** The module, package or path that the import names */
"from": string;
/** Number of imports */
"uses": number;
/** The first few */
"places": ({ "path": string;
"line": number; })[]; };
"Term": { "name": string;
/** What was measured */
"value": number;
"unit": string;
/** The measure on a scale from 0 to 1 */
"points": number;
"weight": number;
/** Where the scale comes from */
"source": string;
"evidence": (components["schemas"]["Evidence"])[]; };
"Token": { "id": string;
"name": string;
"scopes": (string)[];
/** Id of the account on whose behalf it acts */
"actor": string;
"created": string;
"expires"?: string;
/** When it was last used, to five minutes */
"used"?: string;
"revoked"?: string; };
"UnitDiff": { "unit": string;
"name": string;
"path": string;
/** False: nobody outside can have it, so that a break matters to those alone whom it hits */
"published"?: boolean;
"kinds": (string)[];
"changes": (components["schemas"]["InterfaceChange"])[];
"version": components["schemas"]["VersionVerdict"]; };
"UnitKind": "package" | "module" | "image" | "service" | "action" | "workflow" | "chart" | "api" | "submodule" | "folder";
"UnitRole": "source" | "example" | "fixture" | "test" | "template" | "vendored" | "generated";
"UnitSummary": { "id": string;
"repository": string;
"ecosystem": string;
"kind": string;
"role": string;
"name": string;
"path": string;
"version"?: string;
"provides": number;
"consumes": number;
/** The revision that last changed it */
"since": number; };
"Upload": { "id": string;
"actor": string;
"created": string;
"parts": ({ "number": number;
"bytes": number; })[]; };
"VersionStep": "none" | "patch" | "minor" | "major";
"VersionVerdict": { "before"?: string;
"after"?: string;
/** The step that the changes need; unknown ones counted as breaking */
"required": components["schemas"]["VersionStep"];
/** False: the step rests on changes of unknown class */
"certain": boolean;
/** The step from `before` to `after`; absent: it can't be told */
"taken"?: components["schemas"]["VersionStep"];
/** not-released: the manifest has the same version still; unversioned: it has none */
"verdict": "honoured" | "too-small" | "not-released" | "unversioned";
/** The smallest version that the next release may have */
"next"?: string; };
"Violation": { "rule": "entry-bypassed" | "cycle" | "undeclared-dependency" | "layer" | "private-used" | "scope-overlap" | "unowned-path";
/** Id of the product at fault */
"from": string;
"to"?: string;
"message": string;
"hint": string;
"evidence": (components["schemas"]["Evidence"])[]; };
"Webhook": { "id": string;
"url": string;
"events": (string)[];
/** Switched off: by somebody, or because no delivery succeeded for a day */
"active": boolean;
"created": string;
/** Since when no delivery succeeded */
"failing"?: string;
/** What `If-Match` names */
"version": number; };
"WebhookSecret": { "id": string;
/** What `If-Match` names */
"version": number;
/** Signs by Standard Webhooks; shown once */
"secret": string; };
"WebhookTest": { "event": string;
/** What the receiver answered; absent where no answer came */
"status"?: number;
"error"?: string; };
"__schema0": (string) | (number) | (boolean) | (null) | ((unknown)[]) | ({ [key: string]: unknown }); } }
