/** How the bytes read as UTF-8. */
export interface Utf8Evidence {
  /** Well-formed sequences of two or more bytes. */
  sequences: number;
  /** Bytes ≥ 0x80 that belong to no well-formed sequence (a sequence cut off by the end of the bytes is no error). */
  errors: number;
}

/** Counts well-formed and broken multi-byte UTF-8 sequences (RFC 3629, without looking at over-long forms of 3–4 bytes). */
export function utf8Evidence(bytes: Uint8Array): Utf8Evidence {
  const evidence = { sequences: 0, errors: 0 };
  for (let index = 0; index < bytes.length;) {
    const lead = bytes[index]!;
    if (lead < 0x80) {
      index += 1;
      continue;
    }
    const length = sequenceLength(lead);
    let taken = 1;
    while (taken < length && index + taken < bytes.length && (bytes[index + taken]! & 0xc0) === 0x80) taken += 1;
    if (length > 0 && taken === length) {
      evidence.sequences += 1;
      index += length;
    } else if (length > 0 && index + taken === bytes.length) {
      index += taken;
    } else {
      evidence.errors += 1;
      index += 1;
    }
  }
  return evidence;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}
