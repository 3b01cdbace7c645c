/** XML as elements with lines. Entities of a document's own are never expanded. */
import { DOMParser, type Element, type Node as XmlNode } from "@xmldom/xmldom";
import type { Problem } from "@freehold/model";

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  readonly children: readonly XmlElement[];
}

const MAX_DEPTH = 60;
const MAX_ELEMENTS = 200_000;

/** `area` is the first part of the problems' codes, the id of the ecosystem. */
export function readXml(source: string, area: string): { root: XmlElement | undefined; problems: readonly Problem[] } {
  const errors: string[] = [];
  try {
    const onError = (_level: string, message: string): void => {
      errors.push(message);
    };
    const document = new DOMParser({ onError }).parseFromString(source.trimStart(), "text/xml");
    const element = document.documentElement;
    if (element !== null && errors.length === 0)
      return { root: convert(element, 0, { left: MAX_ELEMENTS }), problems: [] };
  } catch (error) {
    errors.push(error instanceof Error ? error.message : String(error));
  }
  const [message = "there is no element"] = errors;
  const line = Number(/line:(\d+)/.exec(message)?.[1] ?? /@#\[line:(\d+)/.exec(message)?.[1] ?? 1);
  const problem: Problem = {
    code: `${area}/invalid-xml`,
    severity: "error",
    message: `not valid XML: ${message.split("\n")[0]?.slice(0, 200)}`,
    hint: "The file was not read.",
    line: Math.max(1, line),
    column: 1,
  };
  return { root: undefined, problems: [problem] };
}

function convert(element: Element, depth: number, budget: { left: number }): XmlElement {
  const children: XmlElement[] = [];
  let text = "";
  for (let node: XmlNode | null = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 3 || node.nodeType === 4) text += node.nodeValue ?? "";
    else if (node.nodeType === 1 && depth < MAX_DEPTH && budget.left-- > 0)
      children.push(convert(node as Element, depth + 1, budget));
  }
  return { name: element.localName ?? element.nodeName, text: text.trim(), line: element.lineNumber ?? 1, children };
}

export function childAt(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at?.children.find((one) => one.name === name), element);
}

export function childrenAt(element: XmlElement | undefined, list: string, name: string): readonly XmlElement[] {
  return childAt(element, list)?.children.filter((one) => one.name === name) ?? [];
}
