import { DOMParser, type Element } from '@xmldom/xmldom';
import type { IncomingMessage } from 'node:http';
import { DavRefused } from './refuse.ts';

export const DAV_NAMESPACE = 'DAV:';
/** Bytes of a request's XML: what clients ask in is a few hundred. */
const LARGEST = 64 * 1024;
/** Elements that lie in each other. */
const DEEPEST = 20;

/** A name of XML with its namespace. */
export interface XmlName {
  readonly namespace: string;
  readonly name: string;
}
export interface XmlElement extends XmlName {
  readonly children: readonly XmlElement[];
  /** All letters in it. */
  readonly text: string;
}

/** The body of a request, as text; throws `413` for what is larger than any that is understood. */
export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST) throw new DavRefused(413, `What is asked in XML can have ${LARGEST} bytes.`, { headers: { connection: 'close' } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The root element; null: the body is empty. Declarations of types and entities are refused before anything is read: nothing that is asked has any. */
export function parseXml(text: string): XmlElement | null {
  if (text.trim() === '') return null;
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new DavRefused(400, 'The XML of a request declares no types and no entities.');
  try {
    const refuse = (level: string, words: string): void => {
      if (level !== 'warning') throw new Error(words);
    };
    const { documentElement } = new DOMParser({ onError: refuse, locator: false }).parseFromString(text, 'text/xml');
    if (documentElement === null) throw new Error('it has no element');
    return elementOf(documentElement, DEEPEST);
  } catch (error) {
    if (error instanceof DavRefused) throw error;
    throw new DavRefused(400, 'The body is not well-formed XML.');
  }
}

function elementOf(element: Element, deeper: number): XmlElement {
  if (deeper === 0) throw new DavRefused(400, `Elements of the XML can lie ${DEEPEST} deep in each other.`);
  const children: XmlElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.nextSibling)
    if (child.nodeType === 1) children.push(elementOf(child as Element, deeper - 1));
  // A prefix that is bound to nothing makes no name (Namespaces in XML, section 2.2).
  if (element.namespaceURI === '' || (element.prefix !== null && element.namespaceURI === null))
    throw new DavRefused(400, 'The XML of a request binds a prefix to no namespace.');
  return { namespace: element.namespaceURI ?? '', name: element.localName ?? element.tagName, children, text: element.textContent ?? '' };
}

export function isDav(element: XmlName, name: string): boolean {
  return element.namespace === DAV_NAMESPACE && element.name === name;
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => isDav(child, name));
}

/** Text as it stands in an element or an attribute; what XML cannot hold is a question mark. */
export function xmlText(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- they are what XML 1.0 has not
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '?')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** An element of that name, with what is in it, which is XML already. */
export function xmlElement({ namespace, name }: XmlName, inside = ''): string {
  const [tag, bound] =
    namespace === DAV_NAMESPACE ? [`D:${name}`, ''] : namespace === '' ? [name, ''] : [`X:${name}`, ` xmlns:X="${xmlText(namespace)}"`];
  return inside === '' ? `<${tag}${bound}/>` : `<${tag}${bound}>${inside}</${tag}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
