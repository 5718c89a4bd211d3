/** Where to go after signing in: a path of this app only, never another site. @example safeNext('//evil.example') // '/' */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}
