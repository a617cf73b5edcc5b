/** Starts the stage and says how to reach it: `npx tsx tests/stage/serve.ts`. Ends with Ctrl+C. */
import { startStage } from './index';

async function main(): Promise<void> {
  const stage = await startStage();
  const target = `www.youtube.com:443 127.0.0.1:${stage.port}`;
  process.stdout.write(`The stage listens on 127.0.0.1:${stage.port}.

chromium --host-resolver-rules="MAP ${target}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1" --ignore-certificate-errors --user-data-dir=/tmp/stage-profile

${stage.videoIds.map((id) => `  ${stage.watchUrl(id)}`).join('\n')}
`);
  process.on('SIGINT', () => {
    stage.close().then(() => process.exit(0));
  });
}

main();
