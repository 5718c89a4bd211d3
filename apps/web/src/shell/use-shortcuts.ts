import { useEffect } from 'react';

export type Shortcut = 'search' | 'palette' | 'filter' | 'earlier' | 'later' | 'help';

const byKey: Record<string, Shortcut> = { '/': 'search', f: 'filter', '[': 'earlier', ']': 'later', '?': 'help' };

/** The shortcut behind a key press; none while somebody types or holds a modifier. ⌘K and Ctrl+K work everywhere. */
export function shortcutOf(event: {
  key: string;
  metaKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  target: unknown;
}): Shortcut | null {
  if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) return 'palette';
  if (event.metaKey || event.ctrlKey || event.altKey) return null;
  const element = event.target as { tagName?: string; isContentEditable?: boolean } | null;
  if (element?.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element?.tagName ?? '')) return null;
  return byKey[event.key] ?? null;
}

export function useShortcuts(onShortcut: (shortcut: Shortcut) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === null) return;
      if (shortcut === 'palette' || shortcut === 'search') event.preventDefault();
      onShortcut(shortcut);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onShortcut]);
}
