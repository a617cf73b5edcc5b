import { useEffect, useState } from 'preact/hooks';
import type { WeeklyApi } from './api';
import { formatDate } from './format';

interface Props {
  readonly weekly: WeeklyApi;
  readonly onSay: (sentence: string) => void;
}

type Folder = Awaited<ReturnType<WeeklyApi['read']>>;

/** Exports that make themselves. They are made when the library page is open and a week has passed. */
export function Weekly({ weekly, onSay }: Props) {
  const [folder, setFolder] = useState<Folder>(null);
  useEffect(() => void weekly.read().then(setFolder), [weekly]);
  const choose = async (): Promise<void> => {
    if (!(await weekly.choose())) return;
    const made = await weekly.run(true);
    onSay(made === 'done' ? 'Exported. The next one makes itself in a week.' : 'The folder did not take the file.');
    setFolder(await weekly.read());
  };
  const stop = async (): Promise<void> => {
    await weekly.stop();
    setFolder(null);
  };
  return (
    <>
      <hr />
      <p>
        {folder === null
          ? 'Or by itself, every week, into a folder you choose. The last four are kept.'
          : `Every week into “${folder.name}”${folder.lastAt === null ? '' : `, last on ${formatDate(folder.lastAt)}`}.`}
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={() => void choose()}>
          {folder === null ? 'Choose a folder…' : 'Choose another folder…'}
        </button>
        {folder !== null && (
          <button type="button" class="button" onClick={() => void stop()}>
            Stop
          </button>
        )}
      </div>
    </>
  );
}
