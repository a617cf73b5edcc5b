import type { ImportSheets } from './ImportSheets';
import type { MoreOfImport } from './MoreOfImport';
import type { TimesBar } from './TimesBar';

/** What is drawn about imports, as the rest of the sidebar knows it: it comes in a script of its own, later than the words. */
export interface ImportViews {
  readonly ImportSheets: typeof ImportSheets;
  readonly MoreOfImport: typeof MoreOfImport;
  readonly TimesBar: typeof TimesBar;
}
