import type { SpeakerPhrase } from './attribution.js';

const NAME_WORD = "[A-Z][\\w.'’-]*";
const NAME = new RegExp(
  `${NAME_WORD}(?:\\s+(?:(?:of|the|for|and|de|van|von|da|bin|al|del|du)\\s+){0,2}${NAME_WORD}){0,6}`,
  'u',
);
const ROLE_WORDS =
  'spokes(?:person|man|woman|people)|people|person|sources?|officials?|executives?|analysts?|researchers?|experts?|scientists?|engineers?|critics?|employees?|insiders?|investors?|economists?|lawyers?|attorneys?|professors?|founders?|co-founders?|cofounders?|ceo|chief(?: [a-z]+){0,2}(?: officer)?|cto|coo|cfo|president|chair(?:man|woman|person)?|director|minister|secretary|senator|governor|mayor|regulators?|company|startup|start-up|firm|lab|group|agency|ministry|department|commission|government|report|team|authors?|users?|developers?|customers?|staff|managers?|head|lead|leader|advocates?|campaigners?|supporters?|opponents?|observers?|veterans?|academics?|students?|teachers?|workers?|doctors?|judges?|prosecutors?|police|white house|union|organi[sz]ation|institute|university|bank|company|carmaker|chipmaker|retailer|maker|watchdog|council|committee|panel|newspaper|magazine|memo|statement|blog post|consortium|coalition|entrepreneur|billionaire|technologist|physicist|philosopher|historian|author|journalist|reporter|partner|adviser|advisor|aide|contractor|resident|parent|patient|client|rival|insider|veteran|skeptic|sceptic|optimist|architect|designer|programmer|coder|artist|musician|writer|editor|publisher|vendor|supplier|operator|provider|owner|boss|others|some|many|both|one|another|most|everyone|nobody|friends?|colleagues?|family|neighbou?rs?|lawmakers?|legislators?|politicians?|diplomats?|commissioner|undersecretary|ambassador|envoy|administration|foundation|think tank|collective|network|association|society|industry|sector|rivals?|side|camp|platform|site|outlet|study|survey|paper|lawsuit|complaint|indictment|filing|letter|note';
const ANY_CASE_ROLES = ROLE_WORDS.replace(
  /(^|\|)(?![^(]*\))([a-z])/g,
  (_, bar: string, letter: string) => `${bar}[${letter.toUpperCase()}${letter}]`,
);
const ROLE = new RegExp(
  `^(?:(?:[Aa]n?|[Tt]he|[Tt]wo|[Ss]ome|[Ss]everal|[Mm]any|[Oo]ne|one|two|three|four|several|some|many|most|another|other|its|their|his|her|both|a few|multiple)\\s+)?(?:(?!the\\b|an?\\b|to\\b|that\\b)[\\w'’-]+\\s+){0,5}?(?:${ANY_CASE_ROLES}|C[ETOFI]O)s?\\b(?:\\s+(?:for|at|of|from|with|in|on|by|to|close|familiar|briefed|involved|who|behind|and|the|a|an|matter|plans?|talks|project|situation|[A-Z][\\w.'’-]*|company|ministry|firm|group|agency|department|lab|startup|association|commission|school|university|institute|issue|discussions|deal|negotiations|decision|team|bank|ai|state)){0,10}$`,
  'u',
);
const PRONOUN =
  /^(?:he|she|they|it|we|the (?:company|spokes(?:person|man|woman)|startup|start-up|firm|lab|ceo|executive|founder|researcher|professor|minister|analyst|scientist|billionaire|entrepreneur|group|agency|chipmaker|carmaker|ministry|author|engineer|official|president|chairman|chief executive|senator|regulator|watchdog|maker|professor|co-founder|cofounder|director|economist|chairwoman|physicist|secretary|commissioner|\d\d-year-old)|this person|the latter|the former)$/i;
const TITLES =
  /^(?:(?:mr|mrs|ms|dr|prof|sir|dame|lord|professor|president|senator|sen|rep|gov|governor|minister|prime|secretary|chief|executive|officer|ceo|cto|coo|cfo|cio|chairman|chairwoman|chair|co-founder|cofounder|founder|director|vice|deputy|head|lead|leader|analyst|researcher|scientist|engineer|spokesperson|spokesman|spokeswoman|economist|commissioner|judge|justice|general|colonel|captain|king|queen|prince|pope|mayor|technology|operating|financial|product|research|senior|principal|former|ex-ceo|billionaire|entrepreneur|lawyer|attorney|author|journalist|investor|partner|managing|founding|global|interim|acting|general|manager|co-ceo|ambassador|representative|congressman|congresswoman|physicist|philosopher|historian|adviser|advisor|evangelist|strategist|architect|designer|legal|policy|communications|information|security|revenue|marketing|business|development|and|of)\.?)$/i;
/** Words inside titles that also open the names of companies and papers: Financial Times, General Motors. */
const FIELD =
  /^(?:financial|technology|operating|product|research|general|global|managing|founding|legal|policy|communications|information|security|revenue|marketing|business|development|and|of)$/i;
const ADVERBS =
  /(?:[\s,]+|\b(?:also|has|had|have|later|previously|recently|then|once|repeatedly|publicly|reportedly|famously|further|now|already|just|even|still|only|both|all|each|simply|bluntly|reluctantly|cautiously|openly|initially|subsequently|separately|similarly|often|always|sometimes|quickly|flatly|jokingly|explicitly|boldly|confidently|firmly|quietly|privately|first|is|was|are|were|would|will|did|does|do|could|can|should|might|may|to|who|went on|personally|categorically|strongly|clearly|long|earlier|again|instead|never|not))$/i;
const NOT_A_NAME =
  /^(?:The|A|An|In|On|At|But|And|It|This|That|These|Those|There|When|While|After|Before|If|As|For|So|Yet|However|Meanwhile|Still|Now|Then|Last|Next|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|What|Why|How|Who|Asked|According|Speaking|Citing|Instead|Nothing|Something|Everything|None|Here|Once|Although|Though|Because|Since|Until|With|Without|By|From|To|Of|Critics|Experts|Analysts|Researchers|Officials|Sources|I|You)$/;
const REACH = 160;

/** The subject before an English reporting verb; `context` is the frame up to the verb and begins at `offset`. */
export function englishSpeakerBefore(context: string, offset: number): SpeakerPhrase | undefined {
  const start = Math.max(0, context.length - REACH);
  let words = context.slice(start);
  const from = offset + start;
  const comma = /,\s*$/.test(words);
  for (let i = 0; i < 6; i += 1) {
    const shorter = words.replace(ADVERBS, '');
    if (shorter === words) break;
    words = shorter;
  }
  if (comma || /,\s*(?:who|which)\b[^,]*$/i.test(words)) {
    const named = comma ? personBeforeApposition(words, from) : undefined;
    if (named) return named;
    // "Sam Altman, the CEO of OpenAI, said": the apposition is passed over.
    const pieces = splitAtCommas(words);
    const parsed = [1, 2, 3].map((skip) => {
      const piece = pieces.at(-skip);
      return piece && nounPhrase(piece.words, from + piece.at);
    });
    const [apposition, subject, earlier] = parsed;
    // "The agency's director, Colm Reilly, told": here the name is the apposition.
    if (
      (subject?.kind === 'role' || subject?.kind === 'pronoun') &&
      (apposition?.kind === 'person' || apposition?.kind === 'organisation')
    )
      return apposition;
    const found = subject ?? (earlier?.kind === 'person' ? earlier : undefined);
    if (found) return found;
  }
  const piece = splitAtCommas(words).at(-1);
  return piece ? nounPhrase(piece.words, from + piece.at) : undefined;
}

/** "Lisa Su, AMD's chair and CEO, argued": the apposition may hold an "and". */
function personBeforeApposition(words: string, from: number): SpeakerPhrase | undefined {
  const match =
    /(?:^|[,;:\u25c7]\s+|\s(?:and|but|while|as|that)\s)([A-Z][^,;:\u25c7]{2,60}),\s+(?:an?\s|the\s|its\s|who\s|[A-Z][\w.-]*['’]s?\s|(?:chief|chair|head|director|founder|co-founder|president|professor|vice|senior|former|managing)\b)[^,;:\u25c7]{2,100},?\s*$/u.exec(
      words,
    );
  if (!match?.[1]) return undefined;
  const found = nounPhrase(match[1], from + match.index + match[0].indexOf(match[1]));
  return found?.kind === 'person' ? found : undefined;
}

/** The subject after an inverted verb: `," said Mira Murati, the chief technology officer`. */
export function englishSpeakerAfter(words: string, offset: number): SpeakerPhrase | undefined {
  const text = words.slice(0, REACH);
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  const end =
    /[,;:.!?(—\u25c7](?!\w)|\s(?:who|which|that|in|on|at|during|told|when|while|after|before|as|last|this|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|late|adding|but|through|via|speaking|and (?:the|that|it))\b/i.exec(
      text.slice(lead).replace(/\b(Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|[A-Z])\./g, '$1_'),
    );
  const phrase = end ? text.slice(lead, lead + end.index) : text.slice(lead);
  const role = /^(?:an?|the|one|two|several|people|sources)\b/i.test(phrase)
    ? /^[^,;:.!?—\u25c7]{2,90}/.exec(text.slice(lead))?.[0]
    : undefined;
  return (
    namedApposition(phrase, text, offset, lead) ??
    (role
      ? nounPhrase(
          role.replace(
            /\s(?:who|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in an?|during|told|when|while|after|last)\b.*$/i,
            '',
          ),
          offset + lead,
        )
      : undefined) ??
    nounPhrase(phrase, offset + lead)
  );
}

/** "says the founder, Ewa Nowak." */
function namedApposition(phrase: string, text: string, offset: number, lead: number): SpeakerPhrase | undefined {
  if (!/^(?:the|its|their|his|her|our)\s/i.test(phrase)) return undefined;
  const name = /^,\s+([A-Z][\w'’-]+(?:\s+[A-Z][\w.'’-]*){1,3})(?=[,.;]|$)/u.exec(text.slice(lead + phrase.length));
  return name?.[1] ? nounPhrase(name[1], offset + lead + phrase.length + name[0].indexOf(name[1])) : undefined;
}

function splitAtCommas(words: string): { words: string; at: number }[] {
  const pieces: { words: string; at: number }[] = [];
  let at = 0;
  for (const piece of words.split(
    /(?<=[,;:—\u25c7](?=\s|$)|\u25c7)|(?<=\s)(?=(?:and|but|while|as|that|because|when|after|although|though|where|so|if|which)\s)/i,
  )) {
    const clean = piece.replace(/[,;:—\u25c7\s]+$/u, '');
    if (clean.trim() !== '') pieces.push({ words: clean, at });
    at += piece.length;
  }
  return pieces;
}

/** A speaker when the words are one: a name with or without titles, a role, a pronoun. */
export function nounPhrase(words: string, from: number): SpeakerPhrase | undefined {
  const lead =
    /^[\s—–"“”'(]*(?:(?:and|but|while|as|that|because|when|after|although|though|so|if|yet|meanwhile|however|where|which|in response|still|then|now|today|yesterday)\s+)*(?:(?:on|in|at)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|\d{4})\b(?:\s+\d{1,2})?\s*)?/i.exec(
      words,
    )?.[0].length ?? 0;
  const phrase = words.slice(lead).replace(/[\s.]+$/u, '');
  const at = from + lead;
  if (phrase === '' || phrase.length > 110) return undefined;
  if (PRONOUN.test(phrase)) return make(phrase, at, 'pronoun');
  const possessive = /^(.{2,60}?)['’]s\s+(.+)$/u.exec(phrase);
  const match = NAME.exec(phrase);
  if (
    /^(?:an?|the|one|two|three|several|some|many|few) [a-z]/.test(phrase) &&
    ROLE.test(phrase) &&
    !/^(?:the|a|an) (?:[a-z-]+ ){1,4}[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}$/.test(phrase)
  )
    return rolePhrase(phrase, at);
  if (/^[a-z]+s (?:at|of|from|for|with|in) [A-Z]/.test(phrase) && ROLE.test(phrase)) return make(phrase, at, 'role');
  if (
    match &&
    match[0].length >= phrase.replace(/^(?:the|a|an|former|billionaire|tech|veteran|one)\s+/i, '').length - 30
  ) {
    const before = phrase.slice(0, match.index);
    const after = phrase.slice(match.index + match[0].length);
    const role =
      ROLE.test(phrase) &&
      (/^(?:an?|the|one|two|three|several|some|its|their|many|people|sources|officials|researchers|analysts|critics|experts)\b/i.test(
        phrase,
      ) ||
        after.trim() !== '');
    const named = nameWithoutTitles(withoutPlace(match[0]), at + match.index);
    if (possessive?.[2] && ROLE.test(possessive[2]) && !/[A-Z][a-z]+ [A-Z]/.test(possessive[2]))
      return make(phrase, at, 'role');
    if (possessive?.[2] && after === '' && match.index === 0) {
      const last = nounPhrase(possessive[2], at + phrase.length - possessive[2].length);
      if (last) return { ...last, start: at };
    }
    if (named && after.trim() === '' && beforeName(before) && !(role && !before.trim()))
      return { ...named, ...(before.trim() || named.title ? { title: `${before}${named.title ?? ''}`.trim() } : {}) };
    if (named && role && !/^(?:an?|the|one|some|several|two)\b/i.test(phrase) && after.trim() === '') return named;
    if (role) return rolePhrase(phrase, at);
  }
  return rolePhrase(phrase, at) ?? leadingName(phrase, at);
}

/** The role at the start of a clause: "a spokesperson for the ministry | declined to comment but". */
function rolePhrase(phrase: string, at: number): SpeakerPhrase | undefined {
  const role = ROLE.exec(phrase)?.[0];
  if (!role) return undefined;
  const rest = phrase.slice(role.length);
  if (rest.trim() === '') return make(phrase, at, 'role');
  return /^\s+(?:[a-z]+ed|[a-z]+s|was|were|had|has|did|could|would|also)\b/.test(rest)
    ? make(role.replace(/\s+(?:and|to|in|on|the|a|an|of|for|at|with)$/i, ''), at, 'role')
    : undefined;
}

/** "Nvidia's Jensen Huang praised the startup, saying": the name that opens the clause. */
function leadingName(phrase: string, at: number): SpeakerPhrase | undefined {
  const lead = /^(?:[A-Z][\w.-]*['’]s\s+)?/u.exec(phrase)?.[0].length ?? 0;
  const name = NAME.exec(phrase.slice(lead));
  if (name?.index !== 0 || !/^\s+(?:[a-z]+ed|[a-z]+s|told|was|had|has|did)\b/.test(phrase.slice(lead + name[0].length)))
    return undefined;
  return nameWithoutTitles(name[0], at + lead);
}

function beforeName(before: string): boolean {
  return (
    before.split(/\s+/).every((word) => word === '' || /^[a-z][a-z-]*$/.test(word)) &&
    before.split(/\s+/).length <= 6 &&
    !/\b(?:said|says|by|seen|at|for|of|to|that|was|is|were|are|has|had|with|about|on|in|from|than|against|into)\b/.test(
      before,
    )
  );
}

/** "OpenAI CEO Sam Altman": what follows the last title is the name; a title alone is a role. */
function nameWithoutTitles(name: string, from: number): SpeakerPhrase | undefined {
  const words = name.split(/\s+/);
  let first = 0;
  for (const [i, word] of words.entries())
    if (TITLES.test(word) && !FIELD.test(word) && i < words.length - 1) first = i + 1;
  if (words.every((word) => NOT_A_NAME.test(word))) return undefined;
  while (first < words.length - 1 && NOT_A_NAME.test(words[first] ?? '')) first += 1;
  const last = words.at(-1) ?? '';
  if (TITLES.test(last) && words.length > 1) return make(name, from, 'role');
  const rest = words.slice(first).join(' ');
  if (rest === '' || NOT_A_NAME.test(rest)) return undefined;
  const at = from + name.lastIndexOf(words[first] ?? '');
  const title = words.slice(0, first).join(' ');
  const person = first > 0 || (words.length - first >= 2 && words.length - first <= 4);
  return { ...make(rest, at, person ? 'person' : 'organisation'), ...(title ? { title } : {}) };
}

/** "Mei Tanaka of Kyoto University": the place is no part of the name. */
function withoutPlace(name: string): string {
  const place = /^(.+?)\s+(?:of|at|from|for)\s+(?:the\s+)?[A-Z]/u.exec(name)?.[1];
  if (!place) return name;
  const words = place.split(/\s+/).filter((word) => !TITLES.test(word));
  return words.length >= 2 &&
    !/^(?:University|Bank|Ministry|Department|Institute|House|Bureau|Office|Council|Board)$/.test(words.at(-1) ?? '')
    ? place
    : name;
}

function make(name: string, from: number, kind: SpeakerPhrase['kind']): SpeakerPhrase {
  const clean = name.replace(/['’]s?$/u, '').trim();
  return { name: kind === 'role' ? clean.replace(/^(?:an?|the)\s+/i, '') : clean, kind, from, to: from + name.length };
}
