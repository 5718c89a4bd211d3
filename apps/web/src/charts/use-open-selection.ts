import type { Selection } from '@timbre/charts';
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { FilterState } from '../filter/filter-state.js';
import { selectionLink } from './selection-link.js';

/** Opens the articles behind a mark. @param fixed narrows further, e.g. to the page's own target */
export function useOpenSelection(filter: FilterState, fixed?: Selection): (selection: Selection) => void {
  const navigate = useNavigate();
  return useCallback(
    (selection) => void navigate(selectionLink(filter, { ...fixed, ...selection })),
    [navigate, filter, fixed],
  );
}
