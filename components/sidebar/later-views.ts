import type { ImportSheets } from '../import/ImportSheets';
import type { MoreOfImport } from '../import/MoreOfImport';
import type { TimesBar } from '../import/TimesBar';
import type { KeysSheet } from './KeysSheet';

/** What is drawn when a reader asks for it, as the rest of the sidebar knows it: it comes in a script of its own, later than the words. */
export interface LaterViews {
  readonly ImportSheets: typeof ImportSheets;
  readonly MoreOfImport: typeof MoreOfImport;
  readonly TimesBar: typeof TimesBar;
  readonly KeysSheet: typeof KeysSheet;
}
