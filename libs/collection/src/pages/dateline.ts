import type { DateReading, PageDate } from './page-date.js';
import { visibleDates } from './visible-date.js';

/** A line that tells a date, and what it tells of it. */
export interface Dateline {
  date: PageDate;
  /**
   * `labelled` says that it is the day of publication, `modified` that of a change; `plain` holds little but the date;
   * `opening` is the first sentence of a text, behind the date as agencies write it.
   */
  kind: 'labelled' | 'modified' | 'plain' | 'opening';
}

const PUBLISHED_LABEL =
  /(?:发布(?:时间|日期|于)?|发表(?:时间|日期|于)?|时间|時間|日期|發佈|發表|刊登|published(?: online)?(?: on)?|posted(?: on)?|e-?published|publication date|date published|first published|released?|issued|created(?: on)?|date|veröffentlicht(?: am)?|erstellt(?: am)?|erschienen(?: am)?|publiziert(?: am)?|datum|(?:presse)?(?:mitteilung|meldung|information)(?: nr\.? ?\S{1,12})? vom|(?:artikel|beitrag|bericht|nachricht|eingestellt|geschrieben)(?: vom| am)|publié(?:e)?(?: le)?|mis en ligne(?: le)?|publicado(?: el| em)?|fecha|pubblicato(?: il)?|opublikowano|dodano|geplaatst(?: op)?|gepubliceerd(?: op)?|опубликовано|дата)\s{0,3}[:：|]?\s{0,3}$/iu;
const MODIFIED_LABEL =
  /(?:updated?|modified|revised|aktualisiert|geändert|änderung|aktualisierung|stand|mis à jour|modifié|actualizado|atualizado|aggiornato|更新(?:时间|時間|于)?|修改|edited|editiert|bearbeitet|überarbeitet|обновлено|bijgewerkt)[^\d]{0,25}$/iu;
/** Days on which something else happens than the publication. */
const EVENT_LABEL =
  /(?:termine?|beginnt?|begins?|when|wann|events?|veranstaltung|until|till|bis(?: zum)?|from|ab|vom|starts?|ends?|deadline|expires?|gültig|valid|einsendeschluss|anmeldeschluss|joined|registriert|anmeldedatum|mitglied seit|member since|since|seit|born|geboren|geb|died|gestorben|abgerufen|retrieved|accessed|截止|生于|活动时间|开幕|nächste[rsn]?|next|today|heute|©|copyright|\*|†)\s{0,3}(?:am|on|den|der|:|：)?\s{0,3}:?\s{0,3}(?:\p{L}{2,10}[.,]{0,2}\s)?$/iu;
/** Two dates joined so are a time span. */
const SPAN = /^\s{0,3}(?:-|–|—|bis(?: zum)?|to|until|au|al|до|至)\s{0,3}$/iu;
/** Verbs and the like: a line that has them is a sentence, and its date belongs to what it tells. */
const TELLING =
  /(?<!\p{L})(?:findet|fand|statt|wird|wurden?|werden|ist|sind|war|waren|hat|haben|hatte|lädt|startet|nächste[rn]?|is|are|was|were|will|has|have|had|takes?|took|said|says|est|sont|été|sera|avait|fue|será|tiene|è|sono)(?!\p{L})/iu;
const OPENING_MARK = /^\s{0,3}[)\]）】]?\s{0,3}(?:[-–—:|/：.)]|,\s|\s讯|电)/u;
/** Letters besides the date that a dateline may have: names of authors, of outlets, of sections. */
const MOST_LETTERS = 70;
const MOST_WORDS = 12;
const LATEST_OPENING = 45;
const LONGEST = 240;
const SENTENCE = /[.!?。！？]\s+\p{Lu}\p{Ll}+\s\p{Ll}+/u;

/**
 * Reads a line of an article's head or tail; null when it tells no date, or that of an event.
 *
 * @param label the line before, which may name what the date of a line without words is
 */
export function readDateline(line: string, reading: DateReading, label = ''): Dateline | null {
  const found = visibleDates(line.slice(0, LONGEST), reading, true);
  let end = 0;
  let changed: Dateline | null = null;
  for (const [index, { date, from, to }] of found.entries()) {
    if (from < end) continue;
    const before = end === 0 && !/\p{L}/u.test(line.slice(0, from)) ? `${label} ` : line.slice(end, from);
    const next = found.slice(index + 1).find((other) => other.from >= to);
    end = to;
    if (next && SPAN.test(line.slice(to, next.from))) return null;
    if (/\d\.?\s?[-–—]\s?$/.test(before)) return null;
    if (PUBLISHED_LABEL.test(before)) return { date, kind: 'labelled' };
    if (MODIFIED_LABEL.test(before)) {
      changed ??= { date, kind: 'modified' };
      continue;
    }
    if (EVENT_LABEL.test(before)) continue;
    if (isPlain(line, found)) return { date, kind: 'plain' };
    if (from <= LATEST_OPENING && !SENTENCE.test(before) && OPENING_MARK.test(line.slice(to, to + 6))) {
      return { date, kind: 'opening' };
    }
  }
  return changed;
}

/** Whether a line says little besides its dates. */
function isPlain(line: string, dates: readonly { from: number; to: number }[]): boolean {
  if (line.length > LONGEST) return false;
  const rest = dates.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), line);
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  const han = rest.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = rest.match(/\p{L}+/gu)?.length ?? 0;
  return letters + han <= MOST_LETTERS && words <= MOST_WORDS && !SENTENCE.test(rest) && !TELLING.test(rest);
}
