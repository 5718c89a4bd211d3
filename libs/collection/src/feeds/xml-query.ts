import { XmlCdata, type XmlElement, type XmlNode } from './xml-tree.js';

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string' && !(node instanceof XmlCdata);

/** The child elements. */
export const elementsOf = (element: XmlElement): XmlElement[] => element.children.filter(isElement);

/** The children with one of these names in one of these namespaces, in document order. */
export function childrenNamed(parent: XmlElement, namespaces: readonly string[], ...names: string[]): XmlElement[] {
  let found: XmlElement[] | null = null;
  for (const child of parent.children) {
    if (!isElement(child) || !names.includes(child.name) || !namespaces.includes(child.namespace)) continue;
    if (found) found.push(child);
    else found = [child];
  }
  return found ?? [];
}

/** All descendants with one of these names, in document order; does not look inside `notInside`. */
export function descendantsNamed(
  root: XmlElement,
  names: readonly string[],
  notInside: readonly string[] = [],
): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (names.includes(child.name)) found.push(child);
      if (!notInside.includes(child.name)) visit(child);
    }
  };
  visit(root);
  return found;
}

/** All character data under an element, markup left out, trimmed. */
export function textOf(element: XmlElement | undefined): string {
  return element ? collectText(element).trim() : '';
}

function collectText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') text += child;
    else text += child instanceof XmlCdata ? child.text : collectText(child);
  }
  return text;
}

/** The first non-empty text of these elements, or null. */
export function firstText(elements: XmlElement[]): string | null {
  for (const element of elements) {
    const text = textOf(element);
    if (text !== '') return text;
  }
  return null;
}
