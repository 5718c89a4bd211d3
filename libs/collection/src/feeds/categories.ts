import { htmlLine } from './html-text.js';
import { descendantsNamed, elementsOf, textOf } from './xml-query.js';
import type { XmlElement } from './xml-tree.js';

/** The categories of an RSS, RDF or Atom entry or feed in document order, from all vocabularies that have them. */
export function readCategories(parent: XmlElement): string[] {
  const found = elementsOf(parent)
    .flatMap(categoriesOf)
    .map(htmlLine)
    .filter((category) => category !== '');
  return [...new Set(found)];
}

function categoriesOf(element: XmlElement): string[] {
  const { name, namespace, attributes } = element;
  if (name === 'category') {
    const own = attributes.get('term') ?? attributes.get('text') ?? textOf(element);
    const nested = descendantsNamed(element, ['category']).map(
      (child) => child.attributes.get('text') ?? textOf(child),
    );
    return [own || (attributes.get('label') ?? ''), ...nested];
  }
  if (name === 'subject' && (namespace === 'dc' || namespace === 'dcterms')) return [textOf(element)];
  if (name === 'keywords' || name === 'tags') return textOf(element).split(/[,，;；、]/);
  if (name === 'group' && namespace === 'media') return elementsOf(element).flatMap(categoriesOf);
  return [];
}
