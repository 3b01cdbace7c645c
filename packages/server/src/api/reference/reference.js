/** Shows the OpenAPI document as a page: operations by tag, each with its parameters, body, answers, and a way to try it. */
const api = await (await fetch("/api/openapi.json")).json();
const list = document.querySelector("#operations");
const find = document.querySelector("#find");

const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

find.addEventListener("input", show);
show();

function show() {
  const words = find.value.toLowerCase();
  const shown = operations.filter(({ operationId, path, summary }) =>
    `${operationId} ${path} ${summary}`.toLowerCase().includes(words),
  );
  list.replaceChildren(...api.tags.flatMap(({ name }) => section(name, shown)));
}

function section(name, shown) {
  const mine = shown.filter(({ tags }) => tags.includes(name));
  return mine.length === 0 ? [] : [element("h2", name), ...mine.map(details)];
}

function details(operation) {
  const box = element("details");
  const head = element("summary");
  head.append(text("span", operation.method, "method"), text("code", operation.path, "path"), operation.summary);
  box.append(head);
  box.addEventListener("toggle", () => box.open && box.childElementCount === 1 && box.append(...body(operation)), {
    once: false,
  });
  return box;
}

function body(operation) {
  const parts = [text("p", `Operation ${operation.operationId}; takes the right to ${operation["x-right"]}.`)];
  if (operation.parameters.length > 0) parts.push(parameters(operation.parameters));
  for (const [type, { schema }] of Object.entries(operation.requestBody?.content ?? {})) {
    parts.push(text("h4", `Body, ${type}`), text("pre", shape(schema)));
  }
  for (const [status, { description, content }] of Object.entries(operation.responses)) {
    if (Number(status) >= 300) continue;
    const [answer] = Object.values(content ?? {});
    parts.push(text("h4", `${status} ${description}`), text("pre", answer === undefined ? "" : shape(answer.schema)));
  }
  return parts;
}

function parameters(all) {
  const table = element("table");
  for (const { name, in: place, required, description = "", schema } of all) {
    const row = element("tr");
    row.append(text("th", name), text("td", `${place}${required ? ", required" : ""}`));
    row.append(text("td", shape(schema)), text("td", description));
    table.append(row);
  }
  return table;
}

/** A schema in short: names of types, one level of references written out by name. */
function shape(schema, indent = "") {
  if (schema === undefined) return "anything";
  if (schema.$ref !== undefined) return schema.$ref.split("/").at(-1);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined) return either.map((one) => shape(one, indent)).join(" | ");
  if (schema.type === "array") return `${shape(schema.items, indent)}[]`;
  if (schema.properties === undefined) return schema.format ?? schema.type ?? "anything";
  const inner = `${indent}  `;
  const rows = Object.entries(schema.properties).map(
    ([name, one]) => `${inner}${name}${schema.required?.includes(name) ? "" : "?"}: ${shape(one, inner)}`,
  );
  return `{\n${rows.join("\n")}\n${indent}}`;
}

function element(name, content = "") {
  const made = document.createElement(name);
  made.textContent = content;
  return made;
}

function text(name, content, kind) {
  const made = element(name, content);
  if (kind !== undefined) made.className = kind;
  return made;
}
