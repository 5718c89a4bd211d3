const encoder = new TextEncoder();

/** A path as robots rules compare it: characters beyond ASCII as %XX, hexadecimal digits in capitals. */
export function comparablePath(path: string): string {
  const escaped = path.replace(/[^\u0000-\u007f]+/gu, (run) =>
    [...encoder.encode(run)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return escaped.replace(/%[0-9a-f]{2}/gi, (hex) => hex.toUpperCase());
}

/**
 * Whether a path begins with what a pattern describes: `*` stands for any run, a final `$` for the end of the path.
 *
 * Each part between two asterisks is searched for once, from where the one before ended, so the work is linear.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts[0]!;
  if (!path.startsWith(first)) return false;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  const last = parts.at(-1)!;
  if (parts.length === 1) return !anchored || position === path.length;
  if (anchored) return path.endsWith(last) && path.length - last.length >= position;
  return path.indexOf(last, position) >= 0;
}
