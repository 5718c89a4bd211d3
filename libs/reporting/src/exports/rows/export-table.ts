/** Values of one row, in the order of the columns; null is an empty cell. */
export type ExportCell = string | number | boolean | null;

/** How a column is written: `instant` is ISO 8601 UTC text that spreadsheets get as a date. */
export type ExportColumnType = 'text' | 'number' | 'instant' | 'day' | 'boolean';

export interface ExportColumn {
  /** Stable, machine-readable; the header. */
  key: string;
  type: ExportColumnType;
}

export interface ExportTable {
  columns: readonly ExportColumn[];
  /** In batches: a row alone is too small to be waited for. */
  rows: AsyncIterable<readonly (readonly ExportCell[])[]>;
}

/** A column with the way from an item to its cell. */
export interface ExportField<Item> extends ExportColumn {
  of(item: Item): ExportCell;
}

/** Lays items out under their fields. */
export function exportTable<Item>(
  fields: readonly ExportField<Item>[],
  items: AsyncIterable<readonly Item[]>,
): ExportTable {
  return {
    columns: fields.map(({ key, type }) => ({ key, type })),
    rows: cellsOf(fields, items),
  };
}

async function* cellsOf<Item>(
  fields: readonly ExportField<Item>[],
  items: AsyncIterable<readonly Item[]>,
): AsyncGenerator<ExportCell[][]> {
  for await (const batch of items) yield batch.map((item) => fields.map((field) => field.of(item)));
}
