/** The numbers behind a drawing: what the table view shows and what the CSV holds. */
export interface ChartTable {
  columns: { key: string; title: string; numeric: boolean }[];
  /** Raw values; null is an empty cell. */
  rows: (string | number | null)[][];
}
