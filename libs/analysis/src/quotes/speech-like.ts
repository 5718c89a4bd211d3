/**
 * Whether quoted words can be something that somebody said as a sentence; terms, titles and scare quotes are too short
 * or lack the shape of a clause.
 */
export function isSpeechLike(words: string): boolean {
  const han = countHan(words);
  if (han > words.length / 4) {
    if (/[。！？!?…]$/.test(words) && han >= 3) return true;
    return han >= 12 || (han >= 7 && /[,，、。;；]/.test(words));
  }
  const count = words.split(/\s+/).length;
  return count >= 6 || (count >= 2 && /[.!?,…—]$/.test(words));
}

function countHan(words: string): number {
  let count = 0;
  for (let i = 0; i < words.length; i += 1) {
    const code = words.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) count += 1;
  }
  return count;
}
