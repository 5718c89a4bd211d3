/** Whether a source that lived at one address is told to live at another origin (scheme, host and port). */
export function changesOrigin(from: string | null, to: string | undefined): boolean {
  return to !== undefined && originOf(from) !== originOf(to);
}

const originOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).origin : null;
