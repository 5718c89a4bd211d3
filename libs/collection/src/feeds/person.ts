/** The name of a person as feeds write it: `Name`, `mail@host (Name)`, `Name (mail@host)`, `Name <mail@host>`. */
export function personName(text: string): string | null {
  const plain = text.replace(/\s+/g, ' ').trim();
  const inBrackets = /^(.{0,200}?)\s?[(<]([^()<>]{1,200})[)>]$/.exec(plain);
  if (!inBrackets) return plain === '' ? null : plain.replace(/^mailto:/i, '');
  const [, before, inside] = inBrackets;
  const name = [before, inside].map((part) => part!.trim()).find((part) => part !== '' && !isAddress(part));
  return name ?? (before?.trim() || inside!.trim());
}

const isAddress = (text: string): boolean => /^(?:mailto:)?[^\s@]+@[^\s@]+$/i.test(text);
