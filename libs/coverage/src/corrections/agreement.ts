import type { Forecast, ForecastValue, Quote, QuoteValue } from '@timbre/contracts';

interface Speaker {
  speaker: string | null;
  speakerEntity?: string;
}

/** The same person: by entity where both are known in the catalogue, else by name. */
function sameSpeaker(a: Speaker, b: Speaker): boolean {
  if (a.speakerEntity !== undefined && b.speakerEntity !== undefined) return a.speakerEntity === b.speakerEntity;
  return nameOf(a) === nameOf(b);
}

const nameOf = ({ speaker }: Speaker): string | null => speaker?.trim().toLowerCase() ?? null;

/** What is judged of a quote agrees: it is one, by the same speaker. */
export function sameQuote(a: QuoteValue, b: QuoteValue): boolean {
  if (a.wrong || b.wrong) return Boolean(a.wrong) === Boolean(b.wrong);
  return sameSpeaker(a, b);
}

/** What is judged of a forecast agrees: it is one, of the same kind and subject, in the same interval, by the same speaker. */
export function sameForecast(a: ForecastValue, b: ForecastValue): boolean {
  if (a.wrong || b.wrong) return a.wrong === b.wrong;
  return a.from === b.from && a.to === b.to && sameSpeaker(a, b) && sameKind(a, b) && sameSubject(a, b);
}

/** A judgement that says nothing of the kind agrees with any. */
const sameKind = (a: ForecastValue, b: ForecastValue): boolean =>
  a.kind === undefined || b.kind === undefined || a.kind === b.kind;

function sameSubject(a: ForecastValue, b: ForecastValue): boolean {
  if (a.subject === undefined || b.subject === undefined) return true;
  const named = ({ subject = null, subjectEntity }: ForecastValue): Speaker => ({
    speaker: subject,
    ...(subjectEntity === undefined ? {} : { speakerEntity: subjectEntity }),
  });
  return sameSpeaker(named(a), named(b));
}

/** A quote as a judgement would state it. */
export const quoteValueOf = ({ speaker, speakerEntity }: Quote): QuoteValue => ({
  speaker,
  ...(speakerEntity === undefined ? {} : { speakerEntity }),
});

/** A forecast as a judgement would state it. */
export const forecastValueOf = (forecast: Forecast): ForecastValue => {
  const { from, to, speaker, speakerEntity, subject, subjectEntity, kind } = forecast;
  return {
    wrong: false,
    from,
    to,
    speaker,
    ...(speakerEntity === undefined ? {} : { speakerEntity }),
    subject,
    ...(subjectEntity === undefined ? {} : { subjectEntity }),
    kind,
  };
};
