import { foldWord } from './fold-word.js';

/** Weekday names and abbreviations from Sunday on; the last letters that languages share stay out. */
const NAMES: string[] = [
  'sun sunday sonntag so dim dimanche domingo dom domenica zondag zo søndag söndag sön sunnuntai su niedziela niedz nedz nd neděle ne vasárnap v κυρ κυριακή вс воскресенье нд неділя pazar paz duminică',
  'mon monday montag mo lun lundi lunes lunedì segunda seg maandag ma mandag måndag mån maanantai poniedziałek pon pn pondělí po hétfő h δευ δευτέρα пн понедельник понеділок pazartesi pzt luni',
  'tue tues tuesday dienstag di mar mardi martes martedì terça ter dinsdag tirsdag tis tisdag tiistai ti wtorek wt úterý út kedd k τρι τρίτη вт вторник вівторок salı sal marți',
  'wed weds wednesday mittwoch mi mer mercredi miércoles mié mercoledì quarta qua woensdag wo onsdag ons keskiviikko ke środa śr středa st szerda sze τετ τετάρτη ср среда середа çarşamba çar miercuri',
  'thu thur thurs thursday donnerstag do jeu jeudi jueves jue giovedì gio quinta qui donderdag torsdag tor tors torstai to czwartek czw čtvrtek čt csütörtök cs πεμ πέμπτη чт четверг четвер perşembe per joi',
  'fri friday freitag fr ven vendredi viernes vie venerdì sexta sex vrijdag vr fredag fre perjantai pe piątek pt pátek pá péntek p παρ παρασκευή пт пятница пятниця cuma vineri',
  'sat saturday samstag sonnabend sa sam samedi sábado sáb sabato sab zaterdag za lørdag lördag lör lauantai la sobota sob sobota so szombat szo σαβ σάββατο сб суббота субота cumartesi cmt sâmbătă',
];

const WEEKDAY_OF = new Map<string, number>();
NAMES.forEach((names, index) => {
  for (const name of names.split(' ')) if (!WEEKDAY_OF.has(foldWord(name))) WEEKDAY_OF.set(foldWord(name), index);
});

/** The weekday (0 = Sunday) a folded word names in any supported language, or undefined. */
export const weekdayOf = (foldedWord: string): number | undefined => WEEKDAY_OF.get(foldedWord);
