/** Fields of ONNX's protocol buffers that are needed here (onnx.proto3), by number. */
const wire = { varint: 0, bytes: 2 } as const;
const type = { float: 1, int64: 7 } as const;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

const number = (field: number, value: number): Buffer =>
  Buffer.from([...varint(field * 8 + wire.varint), ...varint(value)]);

function block(field: number, content: string | readonly Buffer[] | Buffer): Buffer {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.isBuffer(content)
        ? content
        : Buffer.concat([...content]);
  return Buffer.concat([Buffer.from([...varint(field * 8 + wire.bytes), ...varint(bytes.length)]), bytes]);
}

const attributeOf = (name: string, value: number): Buffer =>
  block(5, [block(1, name), number(20, 2), number(3, value)]);

const node = (
  operation: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly Buffer[] = [],
): Buffer =>
  block(1, [
    ...inputs.map((name) => block(1, name)),
    block(2, output),
    block(3, output),
    block(4, operation),
    ...attributes,
  ]);

const tensor = (name: string, dims: readonly number[], dataType: number, raw: Buffer): Buffer =>
  block(5, [...dims.map((size) => number(1, size)), number(2, dataType), block(8, name), block(9, raw)]);

const value = (field: number, name: string, dataType: number, dims: readonly (string | number)[]): Buffer =>
  block(field, [
    block(1, name),
    block(2, [
      block(1, [
        number(1, dataType),
        block(
          2,
          dims.map((size) => block(1, [typeof size === 'string' ? block(2, size) : number(1, size)])),
        ),
      ]),
    ]),
  ]);

const int64 = (numbers: readonly number[]): Buffer => Buffer.from(BigInt64Array.from(numbers.map(BigInt)).buffer);

/**
 * A network of three classes: the logits of a text are the sum of its tokens' rows, padding left out.
 * @param rows logits per token id
 */
export function onnxModel(rows: readonly (readonly number[])[]): Buffer {
  const classes = rows[0]?.length ?? 0;
  const graph = [
    node('Gather', ['table', 'input_ids'], 'rows'),
    node('Cast', ['attention_mask'], 'mask', [attributeOf('to', type.float)]),
    node('Unsqueeze', ['mask', 'last'], 'weights'),
    node('Mul', ['rows', 'weights'], 'counted'),
    node('ReduceSum', ['counted', 'middle'], 'logits', [attributeOf('keepdims', 0)]),
    block(2, 'sum-of-tokens'),
    tensor('table', [rows.length, classes], type.float, Buffer.from(Float32Array.from(rows.flat()).buffer)),
    tensor('last', [1], type.int64, int64([2])),
    tensor('middle', [1], type.int64, int64([1])),
    value(11, 'input_ids', type.int64, ['texts', 'tokens']),
    value(11, 'attention_mask', type.int64, ['texts', 'tokens']),
    value(12, 'logits', type.float, ['texts', classes]),
  ];
  const opset = block(8, [block(1, ''), number(2, 13)]);
  return Buffer.concat([number(1, 8), block(2, 'timbre test'), block(7, graph), opset]);
}
