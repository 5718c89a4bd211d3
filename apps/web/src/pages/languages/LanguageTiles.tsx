import type { CountingUnit, LanguagesResponse } from '@timbre/contracts';
import { difference } from '@timbre/metrics';
import { useTranslation } from 'react-i18next';
import { useCountWords } from '../../format/count-words.js';
import { DifferenceText } from '../../format/DifferenceText.js';
import { Score } from '../../format/Score.js';
import { useFormat } from '../../format/use-format.js';
import '../tiles.css';

interface Props {
  sides: LanguagesResponse['sides'];
  /** Names of the two languages. */
  languages: readonly [string, string];
  unit: CountingUnit;
}

/** Net sentiment of each language, and whether they differ. */
export function LanguageTiles({ sides, languages, unit }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = useCountWords();
  return (
    <div className="tiles language-tiles">
      {sides.map(({ net, n }, index) => (
        <div className="tile" key={languages[index]}>
          <h2>{languages[index]}</h2>
          <div className="tile-value">
            <Score value={net.value} large />
          </div>
          <p>
            {t('coverage.interval', {
              low: format.score(net.low),
              high: format.score(net.high),
              counted: counted(n, unit),
            })}
          </p>
        </div>
      ))}
      <div className="tile">
        <h2>{t('languages.gap')}</h2>
        <div className="tile-value">
          <DifferenceText difference={difference(sides[0].net, sides[1].net)} />
        </div>
        <p>{t('languages.gapHint', { first: languages[0], second: languages[1] })}</p>
      </div>
    </div>
  );
}
