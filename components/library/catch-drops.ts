import type { Stop } from '@/lib/ports';

/** Files dropped anywhere on the page; without this the browser would leave the page to show them. */
export function catchDrops(onFiles: (files: readonly File[]) => void): Stop {
  const over = (event: DragEvent): void => event.preventDefault();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) onFiles(files);
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}
