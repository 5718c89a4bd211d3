import { Parser } from 'htmlparser2';
import { MarkupTooDeepError } from './feed-errors.js';
import { NamespaceScope } from './namespaces.js';
import { resolveUrl } from './resolve-url.js';
import { XmlEntities } from './xml-entities.js';
import { splitProlog } from './xml-prolog.js';

/** Text that stood in a CDATA section: its characters are meant literally, even where markup is expected. */
export class XmlCdata {
  constructor(readonly text: string) {}
}

export type XmlNode = XmlElement | XmlCdata | string;

/** An element; names are local and lower case, the namespace is the short name of `NamespaceScope`. */
export interface XmlElement {
  name: string;
  namespace: string;
  /** Lower-case names as written, prefix included. */
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  /** Base URL in force here (xml:base, else the document's); undefined when none is known. */
  base: string | undefined;
  /** xml:lang in force here. */
  language: string | undefined;
}

/** No feed nests deeper; deeper documents make parsers quadratic. */
const DEEPEST = 250;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]+/g;

/**
 * Reads XML as forgivingly as browsers read HTML: missing end tags, bare ampersands, undeclared entities and prefixes,
 * a document that breaks off: what has been read so far stands. Linear in the length.
 *
 * @param base URL the document's relative references start from
 * @returns an artificial root that holds everything on the top level
 * @throws MarkupTooDeepError, EntityExpansionError
 */
export function parseXmlTree(text: string, base?: string): XmlElement {
  const { internalSubset, body } = splitProlog(text);
  const entities = new XmlEntities(internalSubset);
  const root: XmlElement = { name: '', namespace: '', attributes: new Map(), children: [], base, language: undefined };
  const open: { element: XmlElement; scope: NamespaceScope }[] = [{ element: root, scope: NamespaceScope.root }];
  let inCdata = false;
  const parser = new Parser(
    {
      onopentag(tag, raw) {
        if (open.length > DEEPEST) throw new MarkupTooDeepError(DEEPEST);
        const parent = open.at(-1)!;
        const attributes = readAttributes(raw, entities);
        const scope = parent.scope.enter(attributes);
        const element = newElement(tag.toLowerCase(), attributes, scope, parent.element);
        parent.element.children.push(element);
        open.push({ element, scope });
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(data) {
        const children = open.at(-1)!.element.children;
        const clean = data.replace(CONTROLS, '');
        children.push(inCdata ? new XmlCdata(clean) : entities.decode(clean));
      },
      oncdatastart() {
        inCdata = true;
      },
      oncdataend() {
        inCdata = false;
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(body);
  parser.end();
  return root;
}

function readAttributes(raw: Record<string, string>, entities: XmlEntities): ReadonlyMap<string, string> {
  const names = Object.keys(raw);
  if (names.length === 0) return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  for (const name of names) attributes.set(name, entities.decode(raw[name]!));
  return attributes;
}

function newElement(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  scope: NamespaceScope,
  parent: XmlElement,
): XmlElement {
  const colon = tag.indexOf(':');
  const ownBase = attributes.get('xml:base');
  return {
    name: tag.slice(colon + 1),
    namespace: scope.nameOf(colon < 0 ? '' : tag.slice(0, colon)),
    attributes,
    children: [],
    base: ownBase === undefined ? parent.base : (resolveUrl(ownBase, parent.base) ?? parent.base),
    language: attributes.get('xml:lang') ?? parent.language,
  };
}
