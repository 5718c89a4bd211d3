/** What XML 1.0 cannot hold. */
const notXml = /[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;

/** Text that an XML document can hold: without control characters and halves of pairs. Escaping is the writer's. */
export const xmlText = (text: string): string => text.toWellFormed().replace(notXml, '');
