/** Starts Firefox ESR with a profile that puts the stage in YouTube's place, and finds its BiDi address. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const executables = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'];

export interface FirefoxProfile {
  readonly folder: string;
  readonly stagePort: number;
  /** Extension ids and the host of their pages, fixed so that storage survives a restart. */
  readonly extensionHosts: Readonly<Record<string, string>>;
  readonly extraPreferences: Readonly<Record<string, string | number | boolean>>;
}

export async function writeFirefoxProfile(profile: FirefoxProfile): Promise<void> {
  await mkdir(profile.folder, { recursive: true });
  const preferences: Record<string, string | number | boolean> = {
    'network.dns.localDomains': 'www.youtube.com',
    'network.socket.forcePort': `443=${profile.stagePort}`,
    'network.trr.mode': 5,
    'network.proxy.type': 0,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'extensions.webextensions.uuids': JSON.stringify(profile.extensionHosts),
    'extensions.background.idle.timeout': 30_000,
    'media.autoplay.default': 0,
    'media.volume_scale': '0.0',
    'full-screen-api.allow-trusted-requests-only': false,
    'full-screen-api.warning.timeout': 0,
    'full-screen-api.transition-duration.enter': '0 0',
    'full-screen-api.transition-duration.leave': '0 0',
    'focusmanager.testmode': true,
    'browser.shell.checkDefaultBrowser': false,
    'browser.aboutConfig.showWarning': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.enabled': false,
    'layout.css.prefers-color-scheme.content-override': 1,
    'browser.download.folderList': 2,
    'browser.download.dir': join(profile.folder, 'downloads'),
    ...profile.extraPreferences,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile.folder, 'user.js'), `${lines.join('\n')}\n`);
}

export interface FirefoxProcess {
  readonly child: ChildProcess;
  /** Where a BiDi session is opened. */
  readonly address: string;
}

export function startFirefox(profile: string, headless: boolean): Promise<FirefoxProcess> {
  const executable = executables.find((path) => path && existsSync(path));
  if (!executable) throw new Error('Firefox is missing: tests/tools/install-browsers.sh installs it.');
  const display = headless ? ['--headless'] : [];
  const remote = ['--remote-debugging-port', '0', '--remote-allow-system-access'];
  const child = spawn(executable, [...display, '--no-remote', '--profile', profile, ...remote, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, MOZ_DISABLE_AUTO_SAFE_MODE: '1' },
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill();
      reject(new Error(`Firefox did not open its BiDi port within 60 s: ${output.slice(-1000)}`));
    }, 60_000);
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve({ child, address: `${address}/session` });
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`Firefox ended with ${code}: ${output.slice(-1000)}`));
    });
    child.once('error', reject);
  });
}
