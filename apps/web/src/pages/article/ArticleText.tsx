import { signOf } from '@timbre/charts';
import type { Reading } from '@timbre/contracts';
import { useMemo } from 'react';
import { MarkedSegment } from './MarkedSegment.js';
import { segmentText, type Paragraph } from './segment-text.js';
import { textMarks, type Layer, type TextMark } from './text-marks.js';

interface Props {
  reading: Reading;
  title: string;
  layer: Layer;
  target: string | null;
}

/** The text as it was read, marked with one layer of the reading. Its first line is the title when there is one. */
export function ArticleText({ reading, title, layer, target }: Props) {
  const paragraphs = useMemo(
    () => segmentText(reading.text, textMarks(reading, layer, target)),
    [reading, layer, target],
  );
  const first = paragraphs[0];
  const titled = first !== undefined && plain(first).trim() === title.trim();
  return (
    <>
      <h1>{titled ? <Line paragraph={first} /> : title}</h1>
      <div className="article-text">
        {paragraphs.slice(titled ? 1 : 0).map((paragraph) =>
          plain(paragraph).trim() === '' ? null : (
            <p key={paragraph.from}>
              <Line paragraph={paragraph} />
            </p>
          ),
        )}
      </div>
    </>
  );
}

const plain = (paragraph: Paragraph<TextMark>) => paragraph.segments.map((segment) => segment.text).join('');

function Line({ paragraph }: { paragraph: Paragraph<TextMark> }) {
  return paragraph.segments.map((segment) => {
    if (segment.marks.length === 0) return <span key={segment.from}>{segment.text}</span>;
    const sentence = segment.marks.find((mark) => mark.type === 'sentence');
    const tone = sentence ? ` sentence sentence-${signOf(sentence.evidence.score)}` : '';
    return (
      <span key={segment.from} className={`mark${tone}`}>
        <MarkedSegment segment={segment} />
      </span>
    );
  });
}
