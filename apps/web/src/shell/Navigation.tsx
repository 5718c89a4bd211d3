import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useSearchParams } from 'react-router';
import { filterSearch, readFilter } from '../filter/filter-url.js';
import { pageLinks } from './pages.js';
import { Wordmark } from './Wordmark.js';

/** Left column that folds to icons; at the width of a phone it lies at the bottom. */
export function Navigation() {
  const { t } = useTranslation();
  const [folded, setFolded] = useState(() => window.matchMedia('(max-width: 1099px)').matches);
  const [search] = useSearchParams();
  const carried = filterSearch(readFilter(search));
  return (
    <nav className={folded ? 'nav nav-folded' : 'nav'} aria-label={t('shell.navigation')}>
      <div className="nav-head">
        <Wordmark small={folded} />
      </div>
      <ul>
        {pageLinks.map((page) => (
          <li key={page.path}>
            <NavLink
              to={{ pathname: page.path, search: page.filtered ? carried : '' }}
              end={page.path === '/'}
              title={folded ? t(`shell.${page.name}`) : undefined}
            >
              <span className="nav-icon" aria-hidden="true">
                {page.icon}
              </span>
              <span className="nav-name">{t(`shell.${page.name}`)}</span>
            </NavLink>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="nav-fold"
        aria-expanded={!folded}
        aria-label={folded ? t('shell.unfold') : t('shell.fold')}
        onClick={() => setFolded((before) => !before)}
      >
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}
