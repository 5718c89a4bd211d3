import type { Forecast, ForecastValue, Quote, QuoteValue } from '@timbre/contracts';

interface Speaker {
  speaker: string | null;
  speakerEntity?: string;
}

/** The same person: by entity where both are known in the catalogue, else by name. */
export function sameSpeaker(a: Speaker, b: Speaker): boolean {
  if (a.speakerEntity !== undefined && b.speakerEntity !== undefined) return a.speakerEntity === b.speakerEntity;
  return nameOf(a) === nameOf(b);
}

const nameOf = ({ speaker }: Speaker): string | null => speaker?.trim().toLowerCase() ?? null;

/** What is judged of a forecast agrees: it is one, in the same interval, by the same speaker. */
export function sameForecast(a: ForecastValue, b: ForecastValue): boolean {
  if (a.wrong || b.wrong) return a.wrong === b.wrong;
  return a.from === b.from && a.to === b.to && sameSpeaker(a, b);
}

/** A quote as a judgement would state it. */
export const quoteValueOf = ({ speaker, speakerEntity }: Quote): QuoteValue => ({
  speaker,
  ...(speakerEntity === undefined ? {} : { speakerEntity }),
});

/** A forecast as a judgement would state it. */
export const forecastValueOf = ({ from, to, speaker, speakerEntity }: Forecast): ForecastValue => ({
  wrong: false,
  from,
  to,
  speaker,
  ...(speakerEntity === undefined ? {} : { speakerEntity }),
});
