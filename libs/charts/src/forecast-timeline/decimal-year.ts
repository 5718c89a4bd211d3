/** ISO day → decimal year, so that a value axis gives round years. @example decimalYear('2027-07-02') // ≈ 2027.5 */
export function decimalYear(isoDay: string): number {
  const at = Date.parse(`${isoDay.slice(0, 10)}T00:00:00Z`);
  const year = new Date(at).getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  return year + (at - start) / (Date.UTC(year + 1, 0, 1) - start);
}
