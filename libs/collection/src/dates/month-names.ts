import { foldWord } from './fold-word.js';

/** Month names and abbreviations by month, in the languages whose feeds write them out. */
const NAMES: string[] = [
  'jan january januar jänner jan jän janv janvier enero ene gennaio gen janeiro januari tammikuu tammikuuta stycznia styczeń sty leden ledna led január ιαν ιανουαρίου ιανουάριος янв января январь січня січ ocak oca ianuarie ian siječnja janúar',
  'feb february februar febr fév févr février febrero febbraio fevereiro fev februari helmikuu helmikuuta lutego luty lut únor února úno február φεβ φεβρ φεβρουαρίου φεβρουάριος фев февр февраля февраль лютого лют şubat şub februarie veljače',
  'mar march märz mär mrz mars marzo março maart mrt maaliskuu maaliskuuta marca marzec březen března bře március márc μαρ μάρ μαρτ μαρτίου μάρτιος мар марта март березня бер mart martie ožujka',
  'apr april avr avril abril abr aprile huhtikuu huhtikuuta kwietnia kwiecień kwi duben dubna dub április ápr απρ απριλίου απρίλιος апр апреля апрель квітня кві nisan nis aprilie travnja',
  'may mai mayo maggio mag maio mei maj maja toukokuu toukokuuta květen května kvě május máj μάι μαι μαΐ μάιος μαΐου мая май травня тра mayıs svibnja',
  'jun june juni juin junio giugno giu junho junij kesäkuu kesäkuuta czerwca czerwiec cze červen června čvn június jún ιουν ιούν ιουνίου ιούνιος июн июня июнь червня чер haziran haz iunie iun lipnja',
  'jul july juli juil juillet julio luglio lug julho heinäkuu heinäkuuta lipca lipiec červenec července čvc július júl ιουλ ιούλ ιουλίου ιούλιος июл июля июль липня лип temmuz tem iulie iul srpnja',
  'aug august août aoû agosto ago augustus elokuu elokuuta sierpnia sierpień sie srpen srpna srp augusztus αυγ αύγ αυγούστου αύγουστος авг августа август серпня сер ağustos ağu kolovoza augusti',
  'sep sept september septembre septiembre setiembre settembre set setembro syyskuu syyskuuta września wrzesień wrz září zář szeptember szept σεπ σεπτ σεπτεμβρίου σεπτέμβριος сен сент сентября сентябрь вересня вер eylül eyl septembrie rujna',
  'oct october okt oktober octobre octubre ottobre ott outubro out october lokakuu lokakuuta października październik paź říjen října říj október οκτ οκτωβρίου οκτώβριος окт октября октябрь жовтня жов ekim eki octombrie',
  'nov november novembre noviembre novembro marraskuu marraskuuta listopada listopad lis lis νοε νοέ νοεμ νοεμβρίου νοέμβριος ноя нояб ноября ноябрь kasım kas noiembrie studenoga',
  'dec december dez dezember déc décembre diciembre dic dicembre dezembro desember joulukuu joulukuuta grudnia grudzień gru prosinec prosince pro δεκ δεκεμβρίου δεκέμβριος дек декабря декабрь грудня гру aralık ara decembrie prosinca',
];

const MONTH_OF = new Map(NAMES.flatMap((names, index) => names.split(' ').map((name) => [foldWord(name), index + 1])));

/** The month (1–12) a folded word names in any supported language, or undefined. */
export const monthOf = (foldedWord: string): number | undefined => MONTH_OF.get(foldedWord);
