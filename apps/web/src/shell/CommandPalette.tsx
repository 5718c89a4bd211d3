import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { entitiesQuery, topicsQuery } from '../api/queries.js';
import { filterSearch, readFilter } from '../filter/filter-url.js';
import { usePreferences } from '../preferences/preferences.js';
import { catalogueItems, findItems, type PaletteItem } from './palette-items.js';
import { pageLinks } from './pages.js';

/** One field that leads everywhere: pages, topics, entities, or a search of the articles. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(0);
  const topics = useQuery(topicsQuery()).data;
  const entities = useQuery(entitiesQuery()).data;
  const carried = filterSearch({ ...readFilter(search), targets: [] });
  const items = useMemo<PaletteItem[]>(
    () => [
      ...pageLinks.map((page): PaletteItem => {
        const name = t(`shell.${page.name}`);
        return { group: 'pages', key: page.path, name, also: [page.name], to: page.path };
      }),
      ...catalogueItems(topics ?? [], entities ?? [], language),
    ],
    [topics, entities, language, t],
  );
  const found = findItems(items, words);
  const searchable = words.trim() !== '';
  const rows = found.length + (searchable ? 1 : 0);

  const go = (index: number) => {
    const item = found[index];
    const query = new URLSearchParams(carried);
    query.set('q', words.trim());
    void navigate(
      item ? item.to + (item.group === 'pages' && item.to.length > 9 ? '' : carried) : `/articles?${query}`,
    );
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setChosen((chosen + (event.key === 'ArrowDown' ? 1 : rows - 1)) % Math.max(1, rows));
    }
    if (event.key === 'Enter' && rows > 0) go(chosen);
  };

  return (
    <Modal open onCancel={onClose} footer={null} closable={false} width={560} className="palette" style={{ top: 80 }}>
      <input
        autoFocus
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={`palette-${chosen}`}
        aria-label={t('shell.palette')}
        placeholder={t('shell.paletteHint')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id="palette-list" role="listbox" aria-label={t('shell.palette')} className="palette-list">
        {found.map((item, index) => (
          <li
            key={item.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === chosen}
            onMouseEnter={() => setChosen(index)}
            onClick={() => go(index)}
          >
            <span>{item.name}</span>
            <span className="palette-group">{t(`shell.${item.group}`)}</span>
          </li>
        ))}
        {searchable && (
          <li
            id={`palette-${found.length}`}
            role="option"
            aria-selected={chosen === found.length}
            onMouseEnter={() => setChosen(found.length)}
            onClick={() => go(found.length)}
          >
            {found.length === 0 ? t('shell.paletteEmpty') : t('shell.paletteSearch', { words: words.trim() })}
          </li>
        )}
      </ul>
    </Modal>
  );
}
