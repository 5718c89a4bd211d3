/** Collects the parameters of a statement while its text is put together. */
export class SqlParameters {
  readonly values: unknown[] = [];
  private readonly known = new Map<unknown, string>();

  /** The placeholder of a value; equal values share one. */
  add(value: unknown): string {
    const seen = this.known.get(value);
    if (seen !== undefined) return seen;
    this.values.push(value);
    const placeholder = `$${this.values.length}`;
    this.known.set(value, placeholder);
    return placeholder;
  }
}
