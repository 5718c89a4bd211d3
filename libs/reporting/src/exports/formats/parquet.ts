import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { ExportCell, ExportColumn, ExportColumnType, ExportTable } from '../rows/export-table.js';

/** Rows per row group: enough to compress well, few enough to be held in memory. */
const groupRows = 10_000;

/**
 * Apache Parquet in row groups: texts as UTF-8, numbers as doubles, instants as UTC timestamps in milliseconds, days as
 * dates, all of them nullable. The notes travel as key-value metadata. One group is in memory at a time.
 */
export async function* parquet(
  { columns, rows }: ExportTable,
  notes: Readonly<Record<string, ExportCell>>,
): AsyncGenerator<Buffer> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(schemaElement)],
    kvMetadata: Object.entries(notes).map(([key, value]) => ({
      key: `timbre.${key}`,
      value: value === null ? '' : String(value),
    })),
    createdBy: 'Timbre',
  });
  let group: CellValue[][] = columns.map(() => []);
  let held = 0;
  const write = (): Buffer => {
    // Values are held in order, so a group is written whole and at once.
    void writer.write({
      columnData: columns.map(({ key }, index) => ({ name: key, data: group[index] ?? [], offsetIndex: false })),
      rowGroupSize: held,
    });
    group = columns.map(() => []);
    held = 0;
    return drained(bytes);
  };
  for await (const batch of rows) {
    for (const row of batch)
      columns.forEach(({ type }, index) => group[index]?.push(cellValue(row[index] ?? null, type)));
    held += batch.length;
    if (held >= groupRows) yield write();
  }
  if (held > 0) yield write();
  void writer.finish();
  yield drained(bytes);
}

type CellValue = string | number | boolean | Date | null;

function cellValue(cell: ExportCell, type: ExportColumnType): CellValue {
  if (cell === null) return null;
  switch (type) {
    case 'number':
      return typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
    case 'boolean':
      return typeof cell === 'boolean' ? cell : null;
    case 'instant':
    case 'day': {
      const at = new Date(String(cell));
      return Number.isNaN(at.getTime()) ? null : at;
    }
    case 'text':
      return String(cell).toWellFormed();
  }
}

const parquetTypes = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  // Instants are instants to readers that know the newer annotation, and milliseconds to those that know the older.
  instant: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  day: { type: 'INT32', converted_type: 'DATE' },
} as const satisfies Record<ExportColumnType, Partial<SchemaElement>>;

const schemaElement = ({ key, type }: ExportColumn): SchemaElement => ({
  name: key,
  repetition_type: 'OPTIONAL',
  ...parquetTypes[type],
});

/** What was written since the last call; the writer goes on counting from where it was. */
function drained(writer: ByteWriter): Buffer {
  const chunk = Buffer.from(writer.getBytes());
  writer.index = 0;
  return chunk;
}
