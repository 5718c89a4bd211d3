import {
  AppstoreOutlined,
  AuditOutlined,
  BellOutlined,
  BookOutlined,
  CloudDownloadOutlined,
  DiffOutlined,
  FieldTimeOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  LayoutOutlined,
  ReadOutlined,
  SettingOutlined,
  ShareAltOutlined,
  TranslationOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

interface PageLink {
  path: string;
  name:
    | 'overview'
    | 'articles'
    | 'dashboards'
    | 'stories'
    | 'languages'
    | 'compare'
    | 'outlets'
    | 'forecasts'
    | 'alerts'
    | 'reports'
    | 'sources'
    | 'catalogue'
    | 'quality'
    | 'settings';
  icon: ReactNode;
  /** Pages of coverage share one filter: links between them carry it. */
  filtered: boolean;
}

export const pageLinks: readonly PageLink[] = [
  { path: '/', name: 'overview', icon: <AppstoreOutlined />, filtered: true },
  { path: '/dashboards', name: 'dashboards', icon: <LayoutOutlined />, filtered: false },
  { path: '/articles', name: 'articles', icon: <FileTextOutlined />, filtered: true },
  { path: '/stories', name: 'stories', icon: <ShareAltOutlined />, filtered: true },
  { path: '/compare', name: 'compare', icon: <DiffOutlined />, filtered: true },
  { path: '/languages', name: 'languages', icon: <TranslationOutlined />, filtered: true },
  { path: '/outlets', name: 'outlets', icon: <ReadOutlined />, filtered: true },
  { path: '/forecasts', name: 'forecasts', icon: <FieldTimeOutlined />, filtered: true },
  { path: '/alerts', name: 'alerts', icon: <BellOutlined />, filtered: false },
  { path: '/reports', name: 'reports', icon: <FilePdfOutlined />, filtered: false },
  { path: '/sources', name: 'sources', icon: <CloudDownloadOutlined />, filtered: false },
  { path: '/catalogue', name: 'catalogue', icon: <BookOutlined />, filtered: false },
  { path: '/quality', name: 'quality', icon: <AuditOutlined />, filtered: false },
  { path: '/settings', name: 'settings', icon: <SettingOutlined />, filtered: false },
];
